package dev.decant.dsl.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.dsl.Declaration;
import dev.decant.dsl.Declarations;
import dev.decant.dsl.PgSchema;
import dev.decant.dsl.View;
import dev.decant.model.Expression;
import dev.decant.model.FormerName;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
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
