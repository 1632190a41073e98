package dev.decant.dsl.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.dsl.Declaration;
import dev.decant.dsl.Declarations;
import dev.decant.dsl.MaterializedView;
import dev.decant.dsl.PgSchema;
import dev.decant.dsl.Rule;
import dev.decant.dsl.View;
import dev.decant.model.Expression;
import dev.decant.model.FormerName;
import dev.decant.model.Index;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.rule.RuleEvent;
import dev.decant.model.trigger.TriggerState;
import dev.decant.model.view.ViewColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredViewsTest {
    private static final ObjectName GROWN_UPS = ObjectName.of("public", "grown_ups");

    static final class Views extends PgSchema {
        public final View grownUps = view().as("SELECT id, name FROM users WHERE age >= 18")
                .columns("id", "Called")
                .columnDefault("Called", "'nobody'")
                .columnComment("id", "the key")
                .securityBarrier()
                .securityInvoker()
                .withLocalCheckOption()
                .comment("those of age")
                .renamedFrom("adults");
        public final View chain = view("Chain")
                .asRecursive("SELECT 1 UNION ALL SELECT n + 1 FROM \"Chain\" WHERE n < 9", "n")
                .inSchema("audit");
    }

    @Test
    void a_view_says_all_that_a_view_has() {
        Declaration declaration = Declarations.of(Views.class);
        assertThat(declaration.schema().objects(dev.decant.model.view.View.KIND))
                .containsExactly(
                        dev.decant.model.view.View.of(
                                        ObjectName.of("audit", "Chain"),
                                        "WITH RECURSIVE \"Chain\" (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM \"Chain\""
                                                + " WHERE n < 9) SELECT n FROM \"Chain\"")
                                .withColumns(List.of(ViewColumn.of("n"))),
                        new dev.decant.model.view.View(
                                GROWN_UPS,
                                List.of(
                                        ViewColumn.of("id").withComment("the key"),
                                        ViewColumn.of("Called").withFill(Optional.of(new Expression("'nobody'")))),
                                new Expression("SELECT id, name FROM users WHERE age >= 18"),
                                Map.of(
                                        "check_option", "local",
                                        "security_barrier", "true",
                                        "security_invoker", "true"),
                                "those of age"));
        assertThat(declaration.formerNames())
                .containsExactly(new FormerName(
                        new Reference.ToObject(new ObjectKey(dev.decant.model.view.View.KIND, GROWN_UPS)), "adults"));
    }

    static final class Kept extends PgSchema {
        public final MaterializedView totals = materializedView()
                .as("SELECT name, sum(total) FROM orders GROUP BY name")
                .withNoData()
                .columns("name", "sum")
                .columnComment("sum", "in cents")
                .columnOption("name", "statistics", 500)
                .with("fillfactor", 70)
                .tablespace("fast")
                .using("heap")
                .index(viewIndex("ix_totals")
                        .on("name")
                        .on(
                                key("sum").desc().nullsLast().op("numeric_ops"),
                                keySql("lower(name)").nullsFirst().collate("C"))
                        .unique()
                        .using("btree")
                        .nullsNotDistinct()
                        .include("sum")
                        .where("sum > 0")
                        .with("fillfactor", 50)
                        .comment("fast"))
                .comment("what each spent");
    }

    @Test
    void a_materialized_view_says_all_that_it_has() {
        assertThat(Declarations.of(Kept.class).schema().objects(dev.decant.model.view.MaterializedView.KIND))
                .containsExactly(new dev.decant.model.view.MaterializedView(
                        ObjectName.of("public", "totals"),
                        List.of(
                                new ViewColumn(
                                        "name", Optional.empty(), Optional.empty(), Map.of("statistics", "500"), ""),
                                ViewColumn.of("sum").withComment("in cents")),
                        new Expression("SELECT name, sum(total) FROM orders GROUP BY name"),
                        false,
                        List.of(new Index(
                                "ix_totals",
                                List.of(
                                        Index.Key.of("name"),
                                        Index.Key.of("sum")
                                                .withDescending(true)
                                                .withNulls(Index.Nulls.LAST)
                                                .withOperatorClass(Optional.of(new Index.OperatorClass(
                                                        ObjectName.of("numeric_ops"), Map.of()))),
                                        Index.Key.of(new Index.Subject.OfExpression(new Expression("lower(name)")))
                                                .withNulls(Index.Nulls.FIRST)
                                                .withCollation(Optional.of(ObjectName.of("C")))),
                                true,
                                "btree",
                                true,
                                List.of("sum"),
                                Optional.of(new Expression("sum > 0")),
                                Map.of("fillfactor", "50"),
                                "fast")),
                        Map.of("access_method", "heap", "fillfactor", "70", "tablespace", "fast"),
                        "what each spent"));
    }

    static final class Rules extends PgSchema {
        public final Rule keep = rule().on("public.orders")
                .delete()
                .where("old.paid")
                .doInsteadNothing()
                .disabled()
                .comment("nothing goes")
                .renamedFrom("stay");
        public final Rule note = rule("Note")
                .on("audit.orders")
                .update()
                .doAlso("INSERT INTO log VALUES (old.id)", "NOTIFY log")
                .enabledAlways();
    }

    @Test
    void a_rule_says_all_that_it_has() {
        assertThat(Declarations.of(Rules.class).schema().objects(dev.decant.model.rule.Rule.KIND))
                .containsExactly(
                        new dev.decant.model.rule.Rule(
                                ObjectName.of("audit", "Note"),
                                "orders",
                                RuleEvent.UPDATE,
                                Optional.empty(),
                                false,
                                List.of(
                                        new Expression("INSERT INTO log VALUES (old.id)"),
                                        new Expression("NOTIFY log")),
                                TriggerState.ALWAYS,
                                ""),
                        new dev.decant.model.rule.Rule(
                                ObjectName.of("public", "keep"),
                                "orders",
                                RuleEvent.DELETE,
                                Optional.of(new Expression("old.paid")),
                                true,
                                List.of(),
                                TriggerState.DISABLED,
                                "nothing goes"));
    }

    static final class Wrong extends PgSchema {
        public final View nothing = view();
        public final View stranger = view().as("SELECT 1 AS a").columnComment("b", "x");
        public final View twice = view("nothing").as("SELECT 2");
    }

    @Test
    void what_cannot_be_is_reported() {
        assertThatThrownBy(() -> Declarations.of(Wrong.class))
                .hasMessageContaining("the view public.nothing has no query")
                .hasMessageContaining("the column b, which is not one of its columns []")
                .hasMessageContaining("the name public.nothing of the view is taken");
    }
}
