package dev.decant.dsl.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.dsl.Collation;
import dev.decant.dsl.Column;
import dev.decant.dsl.CompositeType;
import dev.decant.dsl.Declarations;
import dev.decant.dsl.Domain;
import dev.decant.dsl.PgSchema;
import dev.decant.dsl.PgTable;
import dev.decant.dsl.RangeType;
import dev.decant.model.Constraint.Check;
import dev.decant.model.DataType;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.compositetype.CompositeType.Attribute;
import dev.decant.model.domain.Domain.Nullability;
import dev.decant.model.rangetype.RangeType.Comparison;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredTypesTest {
    static final class Types extends PgSchema {
        public final Collation german =
                collation().icu("de").nondeterministic().rules("&a < b").comment("as books do");
        public final Collation plain = collation("Plain").libc("C", "POSIX").inSchema("audit");
        public final Domain email = domain("varchar(200)")
                .collate("public.german")
                .defaultSql("'?'")
                .notNull("must")
                .check("VALUE LIKE '%@%'")
                .check("VALUE <> ''")
                .check("short", "length(VALUE) < 100", "so that it fits")
                .checkNotValid("late", "VALUE <> 'x'");
        public final CompositeType address = compositeType()
                .attribute("street", "text", "and number")
                .attribute("city", "text")
                .collate("C");
        public final RangeType span = rangeType("float8")
                .subtypeDiff("float8mi")
                .operatorClass("float8_ops")
                .canonical("public.f")
                .collate("C")
                .multirange("spans");
    }

    static final class Users extends PgTable {
        public final Column<String> email = raw("public.email", String.class);
        public final Column<String> spans = raw("public.spans", String.class);
    }

    @Test
    void types_say_all_that_they_have() {
        Collection<SchemaObject> objects =
                Declarations.of(Types.class, Users.class).schema().objects().values();
        ObjectName german = ObjectName.of("public", "german");
        assertThat(objects)
                .contains(
                        new dev.decant.model.collation.Collation(
                                german, "icu", "de", "", false, "&a < b", "as books do"),
                        new dev.decant.model.collation.Collation(
                                ObjectName.of("audit", "Plain"), "libc", "C", "POSIX", true, "", ""),
                        new dev.decant.model.domain.Domain(
                                ObjectName.of("public", "email"),
                                DataType.of("varchar", 200),
                                Optional.of(german),
                                Optional.of(new Expression("'?'")),
                                new Nullability(true, "must"),
                                List.of(
                                        Check.of("email_check", new Expression("VALUE LIKE '%@%'")),
                                        Check.of("email_check1", new Expression("VALUE <> ''")),
                                        Check.of("late", new Expression("VALUE <> 'x'"))
                                                .withEnforcement(Enforcement.NOT_VALID),
                                        Check.of("short", new Expression("length(VALUE) < 100"))
                                                .withComment("so that it fits")),
                                ""),
                        new dev.decant.model.compositetype.CompositeType(
                                ObjectName.of("public", "address"),
                                List.of(
                                        Attribute.of("street", DataType.of("text"))
                                                .withComment("and number"),
                                        new Attribute(
                                                "city", DataType.of("text"), Optional.of(ObjectName.of("C")), "")),
                                ""),
                        new dev.decant.model.rangetype.RangeType(
                                ObjectName.of("public", "span"),
                                DataType.of("float8"),
                                new Comparison(
                                        Optional.of(ObjectName.of("float8_ops")),
                                        Optional.of(ObjectName.of("C")),
                                        Optional.of(ObjectName.of("public", "f")),
                                        Optional.of(ObjectName.of("float8mi"))),
                                Optional.of(ObjectName.of("public", "spans")),
                                ""));
    }

    static final class Wrong extends PgSchema {
        public final Collation nothing = collation();
        public final CompositeType twice =
                compositeType().attribute("a", "text").attribute("a", "text");
    }

    @Test
    void what_cannot_be_is_reported() {
        assertThatThrownBy(() -> Declarations.of(Wrong.class))
                .hasMessageContaining("the collation public.nothing needs a provider and a locale")
                .hasMessageContaining("two attributes of the type public.twice are named a");
    }
}
