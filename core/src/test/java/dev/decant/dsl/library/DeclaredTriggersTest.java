package dev.decant.dsl.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.dsl.Column;
import dev.decant.dsl.Declarations;
import dev.decant.dsl.PgSchema;
import dev.decant.dsl.PgTable;
import dev.decant.dsl.Trigger;
import dev.decant.failure.DecantException;
import dev.decant.model.Deferral;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.trigger.ConstraintTiming;
import dev.decant.model.trigger.TriggerEvent;
import dev.decant.model.trigger.TriggerLevel;
import dev.decant.model.trigger.TriggerMoment;
import dev.decant.model.trigger.TriggerState;
import dev.decant.model.trigger.TriggerTiming;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredTriggersTest {
    static final class Orders extends PgTable {
        Orders() {
            super("shop", "orders");
        }

        public final Column<Integer> id = integer();
        public final Column<String> orderState = text();

        public final Trigger touch = trigger()
                .before()
                .updateOf(orderState)
                .insert()
                .forEachRow()
                .when("OLD.id > 0")
                .execute("shop.touch", "a", "it's")
                .enabledAlways()
                .comment("keeps time")
                .renamedFrom("stamp");
        public final Trigger counted = trigger("Counted")
                .after()
                .delete()
                .oldTable("gone")
                .execute("shop.count")
                .disabled();
        public final Trigger checked = trigger()
                .after()
                .insert()
                .forEachRow()
                .initiallyDeferred()
                .from("shop.lines")
                .execute("shop.check");
    }

    static final class Database extends PgSchema {
        public final Trigger write = trigger()
                .on("shop.open_orders")
                .insteadOf()
                .updateOf("id")
                .forEachRow()
                .execute("shop.write");
    }

    private static final Schema SCHEMA =
            Declarations.of(Orders.class, Database.class).schema();

    private static dev.decant.model.trigger.Trigger trigger(String name, String table) {
        ObjectKey key = new ObjectKey(dev.decant.model.trigger.Trigger.KIND, ObjectName.of("shop", name), table);
        return (dev.decant.model.trigger.Trigger) SCHEMA.object(key).orElseThrow();
    }

    @Test
    void a_trigger_is_part_of_the_table_in_whose_class_it_stands() {
        assertThat(trigger("touch", "orders"))
                .isEqualTo(new dev.decant.model.trigger.Trigger(
                        ObjectName.of("shop", "touch"),
                        "orders",
                        new TriggerMoment(
                                TriggerTiming.BEFORE,
                                List.of(TriggerEvent.INSERT, TriggerEvent.UPDATE),
                                List.of("order_state"),
                                TriggerLevel.ROW,
                                "",
                                ""),
                        Optional.of(new Expression("OLD.id > 0")),
                        ObjectName.of("shop", "touch"),
                        List.of("a", "it's"),
                        Optional.empty(),
                        TriggerState.ALWAYS,
                        "keeps time"));
        assertThat(trigger("Counted", "orders").moment())
                .isEqualTo(new TriggerMoment(
                        TriggerTiming.AFTER,
                        List.of(TriggerEvent.DELETE),
                        List.of(),
                        TriggerLevel.STATEMENT,
                        "gone",
                        ""));
        assertThat(trigger("checked", "orders").constraint())
                .contains(
                        new ConstraintTiming(Deferral.INITIALLY_DEFERRED, Optional.of(ObjectName.of("shop", "lines"))));
    }

    @Test
    void a_trigger_of_a_view_says_of_which() {
        assertThat(trigger("write", "open_orders").holder()).contains(ObjectName.of("shop", "open_orders"));
        assertThat(trigger("write", "open_orders").moment().columns()).containsExactly("id");
    }

    static final class Wrong extends PgSchema {
        public final Trigger nowhere = trigger().before().insert().execute("f");
        public final Trigger idle = trigger().on("t").execute("f");
        public final Trigger lazy = trigger().on("t").before().insert();
    }

    @Test
    void what_is_wrong_with_a_trigger_is_reported() {
        assertThatThrownBy(() -> Declarations.of(Wrong.class))
                .isInstanceOfSatisfying(
                        DecantException.class,
                        wrong -> assertThat(wrong.failures().stream().map(failure -> failure.what()))
                                .containsExactlyInAnyOrder(
                                        "the trigger nowhere is on no table",
                                        "a trigger waits for something",
                                        "the trigger lazy executes no function"));
    }
}
