package dev.decant.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Constraint.Check;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.collation.Collation;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.compositetype.CompositeType.Attribute;
import dev.decant.model.domain.Domain;
import dev.decant.model.domain.Domain.Nullability;
import dev.decant.model.rangetype.RangeType;
import dev.decant.model.rule.Rule;
import dev.decant.model.rule.RuleEvent;
import dev.decant.model.trigger.TriggerState;
import dev.decant.model.view.MaterializedView;
import dev.decant.model.view.View;
import dev.decant.model.view.ViewColumn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Views, rules, types and collations in the format, every field at least once. */
class ViewsAndTypesJsonTest {
    private static final Optional<ObjectName> GERMAN = Optional.of(named("german"));

    private static ObjectName named(String local) {
        return ObjectName.of("public", local);
    }

    private static Schema schema() {
        return Schema.of(
                List.of(), List.of(view(), materialized(), rule(), domain(), composite(), range(), collation()));
    }

    private static View view() {
        return new View(
                named("grown_ups"),
                List.of(
                        ViewColumn.of("id").withType(Optional.of(DataType.of("integer"))),
                        ViewColumn.of("name")
                                .withFill(Optional.of(new Expression("'nobody'")))
                                .withComment("how they are called")),
                new Expression("SELECT id,\n    name\nFROM public.users"),
                Map.of("security_barrier", "true"),
                "those of age");
    }

    private static MaterializedView materialized() {
        return new MaterializedView(
                named("totals"),
                List.of(new ViewColumn("sum", Optional.empty(), Optional.empty(), Map.of("statistics", "500"), "")),
                new Expression("SELECT sum(total) AS sum\nFROM public.orders"),
                false,
                List.of(Index.of("ix_totals", "btree", List.of("sum"))),
                Map.of("fillfactor", "70"),
                "what came in");
    }

    private static Rule rule() {
        return new Rule(
                named("keep"),
                "orders",
                RuleEvent.DELETE,
                Optional.of(new Expression("old.paid")),
                true,
                List.of(new Expression("INSERT INTO public.log VALUES (old.id)"), new Expression("NOTIFY log")),
                TriggerState.DISABLED,
                "nothing goes");
    }

    private static Domain domain() {
        return new Domain(
                named("email"),
                DataType.of("text"),
                GERMAN,
                Optional.of(new Expression("'?'")),
                new Nullability(true, "must"),
                List.of(Check.of("email_check", new Expression("value ~~ '%@%'::text"))),
                "where mail goes");
    }

    private static CompositeType composite() {
        return new CompositeType(
                named("address"),
                List.of(
                        new Attribute("street", DataType.of("text"), GERMAN, "and number"),
                        Attribute.of("mails", DataType.parse("public.email[]"))),
                "where");
    }

    private static RangeType range() {
        return new RangeType(
                named("span"),
                DataType.of("double precision"),
                new RangeType.Comparison(
                        Optional.of(ObjectName.of("float8_ops")),
                        GERMAN,
                        Optional.of(named("round_span")),
                        Optional.of(ObjectName.of("float8mi"))),
                Optional.of(named("spans")),
                "from to");
    }

    private static Collation collation() {
        return new Collation(named("german"), "icu", "de", "C", false, "&a < b", "as books do");
    }

    @Test
    void every_kind_is_written_and_read() throws IOException {
        String golden = golden();
        assertThat(JsonWriter.write(SchemaCodec.write(schema()))).isEqualTo(golden);
        assertThat(SchemaCodec.read(JsonReader.read(golden, "views-and-types.json")))
                .isEqualTo(schema());
    }

    private static String golden() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ViewsAndTypesJsonTest.class.getResourceAsStream("views-and-types.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
