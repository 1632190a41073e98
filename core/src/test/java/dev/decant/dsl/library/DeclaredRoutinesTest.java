package dev.decant.dsl.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.dsl.Declarations;
import dev.decant.dsl.PgSchema;
import dev.decant.dsl.Routine;
import dev.decant.failure.DecantException;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.routine.Argument;
import dev.decant.model.routine.ArgumentMode;
import dev.decant.model.routine.Parallelism;
import dev.decant.model.routine.Result;
import dev.decant.model.routine.RoutineBody;
import dev.decant.model.routine.RoutineTraits;
import dev.decant.model.routine.RoutineType;
import dev.decant.model.routine.Setting;
import dev.decant.model.routine.Volatility;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredRoutinesTest {
    static final class Routines extends PgSchema {
        public final Routine orderTotal = function()
                .argument("order_id", "bigint")
                .argument("scale", "integer", "2")
                .returns("numeric")
                .stable()
                .strict()
                .leakproof()
                .securityDefiner()
                .parallelRestricted()
                .cost(0.5)
                .support("public.helper")
                .set("search_path", "")
                .transform("hstore")
                .body("SELECT 1")
                .comment("what it costs")
                .renamedFrom("total");
        public final Routine total = function("order_total")
                .inSchema("audit")
                .variadic("of", "integer[]")
                .column("a", "public.mood")
                .column("b", "text")
                .immutable()
                .parallelSafe()
                .rows(10)
                .sqlBody("RETURN 1");
        public final Routine linked =
                windowFunction("linked").returnsSetOf("integer").linkedTo("$libdir/x", "linked");
        public final Routine work = procedure()
                .inOut("a", "integer")
                .inOut("b", "integer", "7")
                .out("c", "text")
                .language("plpgsql")
                .body("BEGIN END");
        public final Routine touch =
                function("touch").returnsTrigger().language("plpgsql").body("BEGIN RETURN new; END");
    }

    private static final Schema SCHEMA = Declarations.of(Routines.class).schema();

    private static dev.decant.model.routine.Routine routine(String name) {
        return SCHEMA.objects(dev.decant.model.routine.Routine.KIND).stream()
                .filter(each -> each.name().equals(ObjectName.parse(name)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_function_says_how_it_runs() {
        assertThat(routine("public.order_total"))
                .isEqualTo(new dev.decant.model.routine.Routine(
                        ObjectName.of("public", "order_total"),
                        RoutineType.FUNCTION,
                        List.of(
                                Argument.of("order_id", DataType.of("bigint")),
                                Argument.of("scale", DataType.of("integer"))
                                        .withValue(Optional.of(new Expression("2")))),
                        Optional.of(Result.of(DataType.of("numeric"))),
                        "sql",
                        new RoutineBody.Text("SELECT 1"),
                        new RoutineTraits(
                                Volatility.STABLE,
                                true,
                                true,
                                true,
                                Parallelism.RESTRICTED,
                                Optional.of("0.5"),
                                Optional.empty(),
                                Optional.of(ObjectName.of("public", "helper")),
                                List.of(new Setting("search_path", "")),
                                List.of(DataType.of("hstore"))),
                        "what it costs"));
    }

    @Test
    void a_function_returns_what_its_arguments_say() {
        assertThat(routine("audit.order_total").result()).contains(new Result(DataType.of("record"), true));
        assertThat(routine("audit.order_total").key()).hasToString("routine audit.order_total(integer[])");
        assertThat(routine("public.linked").result()).contains(new Result(DataType.of("integer"), true));
        assertThat(routine("public.touch").result()).contains(Result.of(DataType.of("trigger")));
    }

    @Test
    void a_procedure_returns_nothing() {
        assertThat(routine("public.work").result()).isEmpty();
        assertThat(routine("public.work").arguments().stream().map(Argument::mode))
                .containsExactly(ArgumentMode.INOUT, ArgumentMode.INOUT, ArgumentMode.OUT);
    }

    static final class Wrong extends PgSchema {
        public final Routine silent = function().body("SELECT 1");
        public final Routine empty = function().returns("integer");
        public final Routine twice =
                function("same").returns("text").argument("a", "text").body("SELECT 1");
        public final Routine again =
                function("same").returns("integer").argument("b", "text").body("SELECT 1");
    }

    @Test
    void what_is_wrong_with_a_routine_is_reported_where_it_stands() {
        assertThatThrownBy(() -> Declarations.of(Wrong.class))
                .isInstanceOfSatisfying(
                        DecantException.class,
                        wrong -> assertThat(wrong.failures().stream().map(failure -> failure.what()))
                                .containsExactlyInAnyOrder(
                                        "the function public.silent does not say what it returns",
                                        "the routine public.empty has no body",
                                        "the routine public.same(text) is declared twice"));
    }
}
