package dev.decant.dsl.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.dsl.Aggregate;
import dev.decant.dsl.Declarations;
import dev.decant.dsl.EventTrigger;
import dev.decant.dsl.PgSchema;
import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.aggregate.Accumulation;
import dev.decant.model.aggregate.AggregateType;
import dev.decant.model.aggregate.FinalModify;
import dev.decant.model.aggregate.PartialAggregation;
import dev.decant.model.routine.Argument;
import dev.decant.model.routine.ArgumentMode;
import dev.decant.model.routine.Parallelism;
import dev.decant.model.trigger.TriggerState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredAggregatesTest {
    private static final DataType BIGINT = DataType.of("bigint");

    static final class Database extends PgSchema {
        public final Aggregate total = aggregate()
                .argument("n", "integer")
                .rows(step("pg_catalog.int4_sum", "bigint")
                        .startWith("0")
                        .space(16)
                        .finish("done")
                        .finishExtra()
                        .finishShareable())
                .movingRows(step("pg_catalog.int4_sum", "bigint").inverse("taken"))
                .combine("pg_catalog.int8pl")
                .serialize("there", "back")
                .sortOperator("pg_catalog.<")
                .parallelSafe()
                .comment("all of it");
        public final Aggregate placed = aggregate("Placed")
                .inSchema("audit")
                .argument("", "text")
                .orderBy()
                .variadic("", "integer[]")
                .hypothetical()
                .rows(step("f", "integer"));
        public final EventTrigger watching = eventTrigger()
                .on("sql_drop")
                .tags("DROP VIEW", "DROP TABLE")
                .execute("watch")
                .disabled()
                .comment("who");
    }

    private static final Schema SCHEMA = Declarations.of(Database.class).schema();

    @Test
    void an_aggregate_says_how_it_goes_from_row_to_row() {
        assertThat(SCHEMA.objects(dev.decant.model.aggregate.Aggregate.KIND))
                .contains(new dev.decant.model.aggregate.Aggregate(
                        ObjectName.of("public", "total"),
                        AggregateType.NORMAL,
                        List.of(Argument.of("n", DataType.of("integer"))),
                        0,
                        new Accumulation(
                                ObjectName.of("pg_catalog", "int4_sum"),
                                BIGINT,
                                16,
                                Optional.of("0"),
                                Optional.empty(),
                                Optional.of(ObjectName.of("public", "done")),
                                true,
                                FinalModify.SHAREABLE),
                        Optional.of(new Accumulation(
                                ObjectName.of("pg_catalog", "int4_sum"),
                                BIGINT,
                                0,
                                Optional.empty(),
                                Optional.of(ObjectName.of("public", "taken")),
                                Optional.empty(),
                                false,
                                FinalModify.USUAL)),
                        new PartialAggregation(
                                Optional.of(ObjectName.of("pg_catalog", "int8pl")),
                                Optional.of(ObjectName.of("public", "there")),
                                Optional.of(ObjectName.of("public", "back")),
                                Parallelism.SAFE),
                        Optional.of(ObjectName.of("pg_catalog", "<")),
                        "all of it"));
    }

    @Test
    void an_aggregate_of_sorted_rows_has_direct_arguments() {
        assertThat(SCHEMA.objects(dev.decant.model.aggregate.Aggregate.KIND))
                .filteredOn(each -> each.name().local().equals("Placed"))
                .singleElement()
                .satisfies(placed -> {
                    assertThat(placed.type()).isEqualTo(AggregateType.HYPOTHETICAL);
                    assertThat(placed.direct()).isEqualTo(1);
                    assertThat(placed.arguments().getLast().mode()).isEqualTo(ArgumentMode.VARIADIC);
                    assertThat(placed.key()).hasToString("aggregate audit.Placed(text, integer[])");
                });
    }

    @Test
    void an_event_trigger_lives_in_no_namespace() {
        assertThat(SCHEMA.objects(dev.decant.model.eventtrigger.EventTrigger.KIND))
                .containsExactly(new dev.decant.model.eventtrigger.EventTrigger(
                        ObjectName.of("watching"),
                        "sql_drop",
                        List.of("DROP VIEW", "DROP TABLE"),
                        ObjectName.of("public", "watch"),
                        TriggerState.DISABLED,
                        "who"));
    }
}
