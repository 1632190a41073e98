package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.view.MaterializedView;
import dev.decant.plan.Plan;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaterializedViewsTest {
    private static final String TABLES = """
            CREATE TABLE orders (id integer PRIMARY KEY, name varchar(20), total numeric(10, 2), tags text[]);
            INSERT INTO orders VALUES (1, 'a', 3, '{x}'), (2, 'b', 4, NULL);
            """;

    private static List<String> statements(Plan plan) {
        return plan.statements().map(statement -> statement.sql()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "15", "18"})
    void materialized_views_with_all_that_they_have_are_read_and_made_again(String major) throws SQLException {
        Schema schema = DumpRoundTrip.check(major, TABLES + """
                CREATE MATERIALIZED VIEW totals (who, "Sum") WITH (autovacuum_enabled = false, fillfactor = 70) AS
                    SELECT name, sum(total) FROM orders GROUP BY name;
                CREATE UNIQUE INDEX ON totals (who);
                CREATE INDEX "By sum" ON totals USING btree ("Sum" DESC NULLS LAST, lower(who) text_pattern_ops)
                    INCLUDE (who) WITH (fillfactor = 50) WHERE "Sum" > 0;
                COMMENT ON MATERIALIZED VIEW totals IS 'what each spent';
                COMMENT ON COLUMN totals."Sum" IS 'in cents';
                ALTER MATERIALIZED VIEW totals CLUSTER ON totals_who_idx;
                ALTER INDEX "By sum" ALTER COLUMN 2 SET STATISTICS 77;
                COMMENT ON INDEX "By sum" IS 'largest first';
                ALTER MATERIALIZED VIEW totals ALTER who SET STATISTICS 500, ALTER who SET STORAGE external,
                    ALTER who SET (n_distinct = -0.5), ALTER "Sum" SET COMPRESSION pglz;
                CREATE MATERIALIZED VIEW empty AS SELECT * FROM orders WITH NO DATA;
                CREATE INDEX ON empty USING gin (tags);
                CREATE VIEW above AS SELECT t.who, e.id FROM totals t, empty e;
                CREATE MATERIALIZED VIEW a_above AS SELECT count(*) AS n FROM above WITH NO DATA;
                """);
        MaterializedView totals =
                (MaterializedView) schema.object(MaterializedView.of(ObjectName.of("public", "totals"), "SELECT")
                                .key())
                        .orElseThrow();
        assertThat(totals.indexes()).extracting(Index::name).containsExactly("By sum", "totals_who_idx");
        assertThat(totals.options()).isEqualTo(Map.of("autovacuum_enabled", "false", "fillfactor", "70"));
        assertThat(totals.columns().getFirst().options())
                .isEqualTo(Map.of("n_distinct", "-0.5", "statistics", "500", "storage", "external"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void everything_but_the_query_changes_in_place(String major) throws SQLException {
        Plan plan = DumpRoundTrip.between(major, TABLES + """
                        CREATE MATERIALIZED VIEW v WITH (fillfactor = 70) AS SELECT id, name FROM orders;
                        CREATE INDEX stays ON v (id); ALTER MATERIALIZED VIEW v CLUSTER ON stays; CREATE INDEX goes ON v (name); CREATE INDEX grows ON v (id);
                        ALTER MATERIALIZED VIEW v ALTER name SET STATISTICS 7;
                        COMMENT ON INDEX stays IS 'a';
                        """, TABLES + """
                        CREATE MATERIALIZED VIEW v WITH (autovacuum_enabled = false) AS SELECT id, name FROM orders WITH NO DATA;
                        CREATE INDEX stays ON v (id); CREATE UNIQUE INDEX grows ON v (id, name);
                        ALTER MATERIALIZED VIEW v ALTER name SET STORAGE plain;
                        COMMENT ON COLUMN v.id IS 'key'; COMMENT ON MATERIALIZED VIEW v IS 'v';
                        """);
        assertThat(statements(plan))
                .containsExactly(
                        "ALTER MATERIALIZED VIEW public.v RESET (fillfactor)",
                        "ALTER MATERIALIZED VIEW public.v SET (autovacuum_enabled = false)",
                        "ALTER MATERIALIZED VIEW public.v ALTER COLUMN name SET STATISTICS -1",
                        "ALTER MATERIALIZED VIEW public.v ALTER COLUMN name SET STORAGE PLAIN",
                        "COMMENT ON COLUMN public.v.id IS 'key'",
                        "REFRESH MATERIALIZED VIEW public.v WITH NO DATA",
                        "DROP INDEX public.goes",
                        "DROP INDEX public.grows",
                        "ALTER MATERIALIZED VIEW public.v SET WITHOUT CLUSTER",
                        "CREATE UNIQUE INDEX grows ON public.v (id, name)",
                        "COMMENT ON INDEX public.stays IS NULL",
                        "COMMENT ON MATERIALIZED VIEW public.v IS 'v'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void another_query_or_another_type_below_makes_it_anew_with_all_that_rests_on_it(String major) throws SQLException {
        String above = """
                CREATE INDEX ON v (id); COMMENT ON COLUMN v.id IS 'key';
                CREATE VIEW w AS SELECT id FROM v; COMMENT ON VIEW w IS 'w';
                CREATE MATERIALIZED VIEW x AS SELECT id FROM w;
                """;
        DumpRoundTrip.between(
                major,
                TABLES + "CREATE MATERIALIZED VIEW v AS SELECT id, name FROM orders;" + above,
                TABLES + "CREATE MATERIALIZED VIEW v AS SELECT id FROM orders WHERE total > 3;" + above);
        DumpRoundTrip.between(
                major,
                TABLES + "CREATE MATERIALIZED VIEW v AS SELECT id, name FROM orders;" + above,
                TABLES + "ALTER TABLE orders ALTER id TYPE bigint;"
                        + "CREATE MATERIALIZED VIEW v AS SELECT id, name FROM orders;" + above);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void rows_of_a_child_that_goes_are_not_kept(String major) throws SQLException {
        String above = "CREATE TABLE p (id integer); CREATE VIEW v AS SELECT id FROM p;";
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase wanted = LiveDatabase.open(major)) {
            live.execute(above + "CREATE TABLE c () INHERITS (p); CREATE TABLE d () INHERITS (p);"
                    + "INSERT INTO p VALUES (1); INSERT INTO c VALUES (2); INSERT INTO d VALUES (3);");
            wanted.execute(above + "CREATE TABLE d (id integer); CREATE MATERIALIZED VIEW m AS SELECT id FROM v");
            live.migrate(live.inspect(), wanted.inspect());
            assertThat(live.query("SELECT id FROM m")).containsExactly("1");
        }
    }
}
