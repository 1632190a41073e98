package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.view.View;
import dev.decant.model.view.ViewColumn;
import dev.decant.plan.Plan;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewsTest {
    private static final String TABLES = """
            CREATE TABLE users (id integer PRIMARY KEY, name varchar(20), age integer, boss integer);
            CREATE SCHEMA "Other Space";
            """;

    private static List<String> statements(Plan plan) {
        return plan.statements().map(statement -> statement.sql()).toList();
    }

    @Test
    void a_query_is_laid_out_the_same_whoever_wrote_it() {
        View written = View.of(ObjectName.of("public", "v"), """
                    select  a.id , -- the key
                       count(*) AS n, case when a.x then 1
                         else 2 end
                    from public.a
                      left  join public.b on (a.id = b.id) /* both */
                      where a.x is not distinct from b.x and a.id in (select id
                        from c)
                    group by a.id, a.x;
                """);
        assertThat(new PostgresqlViews().canonical(written).query().sql()).isEqualTo("""
                select a.id,
                    count(*) AS n,
                    case
                        when a.x then 1
                        else 2
                    end
                from public.a
                    left join public.b on (a.id = b.id)
                where a.x is not distinct from b.x and a.id in (select id
                    from c)
                group by a.id,
                    a.x""");
    }

    @Test
    void options_defaults_and_comments_change_by_themselves() throws SQLException {
        Plan plan = DumpRoundTrip.between(
                "15",
                TABLES + """
                        CREATE VIEW v WITH (security_barrier, security_invoker) AS SELECT id, name FROM users;
                        ALTER VIEW v ALTER name SET DEFAULT 'x'; COMMENT ON VIEW v IS 'a';
                        """,
                TABLES + """
                        CREATE VIEW v WITH (check_option = cascaded, security_invoker = false) AS SELECT id, name FROM users;
                        ALTER VIEW v ALTER id SET DEFAULT 7; COMMENT ON COLUMN v.id IS 'b';
                        """);
        assertThat(statements(plan))
                .containsExactly(
                        "ALTER VIEW public.v RESET (security_barrier)",
                        "ALTER VIEW public.v SET (check_option = cascaded, security_invoker = false)",
                        "ALTER VIEW public.v ALTER COLUMN id SET DEFAULT 7",
                        "ALTER VIEW public.v ALTER COLUMN name DROP DEFAULT",
                        "COMMENT ON COLUMN public.v.id IS 'b'",
                        "COMMENT ON VIEW public.v IS NULL");
    }

    @Test
    void only_columns_that_go_on_let_a_view_stay() {
        PostgresqlViews views = new PostgresqlViews();
        View before = View.of(ObjectName.of("public", "v"), "SELECT id, name AS called FROM users");
        assertThat(views.altersInPlace(before, before.withQuery(new Expression("SELECT u.id, x(1) AS called, y FROM u"))))
                .isTrue();
        assertThat(views.altersInPlace(before, before.withQuery(new Expression("SELECT DISTINCT id FROM u"))))
                .isFalse();
        View told = before.withColumns(List.of(ViewColumn.of("id").withType(Optional.of(DataType.of("integer")))));
        assertThat(views.altersInPlace(
                        told,
                        before.withColumns(List.of(ViewColumn.of("id").withType(Optional.of(DataType.of("bigint")))))))
                .isFalse();
    }
}
