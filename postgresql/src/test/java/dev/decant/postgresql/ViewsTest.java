package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.view.View;
import dev.decant.model.view.ViewColumn;
import dev.decant.plan.Plan;
import dev.decant.postgresql.view.PostgresqlViews;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {
    private static final String TABLES = """
            CREATE TABLE users (id integer PRIMARY KEY, name varchar(20), age integer, boss integer);
            CREATE SCHEMA "Other Space";
            """;

    private static View view(Schema schema, String name) {
        return schema.objects(View.KIND).stream()
                .filter(view -> view.name().local().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> statements(Plan plan) {
        return plan.statements().map(statement -> statement.sql()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void values_with_names_are_made_again_as_values(String major) throws SQLException {
        ObjectProof.isMadeAgain(
                major,
                """
                CREATE VIEW v (a, b) AS VALUES (1, 'x'), (2, 'y');
                CREATE VIEW w (a) AS SELECT column1 FROM (VALUES (1, 2)) t;
                CREATE MATERIALIZED VIEW m (a) AS VALUES (1);
                CREATE VIEW u AS SELECT 1 AS a, 'x' AS b UNION VALUES (1, 'y'), (2, 'z') UNION ALL SELECT 3, 'w';
                CREATE VIEW u2 AS VALUES (1, 'y'), (2, 'z') UNION SELECT 1, 'x' EXCEPT VALUES (4, 'w');
                CREATE VIEW u3 AS SELECT * FROM (SELECT 1 AS a UNION VALUES (2)) q WHERE a IN (VALUES (1), (3));
                CREATE VIEW u4 AS WITH x (a) AS (VALUES (1), (2)) SELECT a FROM x UNION VALUES (3);
                CREATE VIEW u5 (a, b) AS VALUES (1, 2) UNION ALL VALUES (3, 4);
                """,
                "SELECT pg_get_viewdef(oid) FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace ORDER BY relname");
    }

    @Test
    void what_is_extracted_is_said_in_one_way() throws SQLException {
        String view = "CREATE VIEW v AS SELECT extract(%s FROM now()) AS y";
        assertThat(ObjectProof.becomes(view.formatted("'YEAR'"), view.formatted("year")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "15", "18"})
    void views_with_all_that_they_have_are_read_and_made_again(String major) throws SQLException {
        Schema schema = DumpRoundTrip.check(major, TABLES + """
                CREATE VIEW grown_ups (number, "Called") WITH (security_barrier) AS
                    SELECT id, name || '; -- x' FROM users WHERE age IS DISTINCT FROM 17 WITH LOCAL CHECK OPTION;
                COMMENT ON VIEW grown_ups IS 'those of age';
                COMMENT ON COLUMN grown_ups."Called" IS 'how they''re called';
                CREATE VIEW names AS SELECT id, name FROM users;
                ALTER VIEW names ALTER COLUMN name SET DEFAULT 'nobody'::text || '!';
                CREATE RECURSIVE VIEW chain (id, depth) AS
                    SELECT id, 0 FROM users WHERE boss IS NULL
                    UNION ALL SELECT u.id, c.depth + 1 FROM users u JOIN chain c ON u.boss = c.id;
                CREATE VIEW "Other Space"."All; of it" AS
                    SELECT g.*, CASE WHEN n.name = 'a' THEN ARRAY[1, 2] ELSE '{}' END AS "from",
                        extract(year FROM now()) AS y, row_number() OVER (PARTITION BY n.name ORDER BY n.id)
                    FROM grown_ups g LEFT JOIN (names n CROSS JOIN chain) ON n.id = g.number,
                        (SELECT count(*) FROM users GROUP BY age, boss HAVING count(*) > 1 ORDER BY 1 LIMIT 3) t
                    WHERE EXISTS (SELECT FROM users u WHERE u.id = g.number) OFFSET 2;
                """);
        assertThat(view(schema, "grown_ups"))
                .returns("those of age", View::comment)
                .returns(Map.of("check_option", "local", "security_barrier", "true"), View::options)
                .returns(
                        List.of(
                                ViewColumn.of("number").withType(Optional.of(DataType.of("integer"))),
                                ViewColumn.of("Called")
                                        .withType(Optional.of(DataType.of("text")))
                                        .withComment("how they're called")),
                        View::columns);
        assertThat(view(schema, "names").columns().getLast().fill())
                .contains(new Expression("'nobody'::text || '!'::text"));
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

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_column_more_is_added_in_place(String major) throws SQLException {
        Plan plan = DumpRoundTrip.between(
                major,
                TABLES + "CREATE VIEW v AS SELECT id FROM users; CREATE VIEW w AS SELECT id FROM v;",
                TABLES + """
                        CREATE VIEW v WITH (security_barrier) AS SELECT id, name FROM users WHERE age > 3;
                        COMMENT ON COLUMN v.name IS 'x';
                        CREATE VIEW w AS SELECT id FROM v;
                        """);
        assertThat(statements(plan)).hasSize(2).first().asString().startsWith("CREATE OR REPLACE VIEW public.v");
    }

    @Test
    void options_defaults_and_comments_change_by_themselves() throws SQLException {
        Plan plan = DumpRoundTrip.between("15", TABLES + """
                        CREATE VIEW v WITH (security_barrier, security_invoker) AS SELECT id, name FROM users;
                        ALTER VIEW v ALTER name SET DEFAULT 'x'; COMMENT ON VIEW v IS 'a';
                        """, TABLES + """
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
        assertThat(views.altersInPlace(
                        before, before.withQuery(new Expression("SELECT u.id, x(1) AS called, y FROM u"))))
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
