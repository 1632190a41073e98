package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.diff.Differ;
import dev.decant.diff.GivenAnswers;
import dev.decant.diff.Questions;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Changes of tables that programs use meanwhile. */
class PostgresqlOnlineTest {
    private static final String BEFORE = """
            CREATE TABLE teams (id integer NOT NULL, name text);
            CREATE TABLE users (id integer, mail text, team integer);
            CREATE INDEX users_mail ON users (mail);
            INSERT INTO teams SELECT i, 'team ' || i FROM generate_series(1, 100) AS i;
            INSERT INTO users SELECT i, 'mail ' || i, i FROM generate_series(1, 100) AS i;
            """;

    private static final String AFTER = """
            CREATE TABLE teams (id integer NOT NULL PRIMARY KEY, name text);
            CREATE TABLE users (id integer, mail text NOT NULL, team integer,
              CONSTRAINT users_key UNIQUE (id, mail),
              CONSTRAINT users_team FOREIGN KEY (team) REFERENCES teams,
              CONSTRAINT users_positive CHECK (id > 0));
            CREATE INDEX users_mail ON users (lower(mail)) WHERE id > 5;
            CREATE INDEX "users by team" ON users (team);
            """;

    @Test
    void nobody_waits_while_rows_are_read_or_an_index_is_built() throws SQLException {
        try (LiveDatabase database = LiveDatabase.open("14")) {
            Schema before = made(database, BEFORE);
            Schema after = of(AFTER);
            Plan plan = planned(before, after);
            assertThat(plan.hazards()).extracting(Hazard::kind).doesNotContain(Hazard.Kind.BLOCKING);
            database.run(plan);
            assertThat(database.inspect()).isEqualTo(after);
            assertThat(database.query("SELECT count(*) FROM users")).containsExactly("100");
            database.run(planned(after, before));
            assertThat(database.inspect()).isEqualTo(before);
        }
    }

    @Test
    void a_changed_index_is_replaced_without_a_gap() throws SQLException {
        try (LiveDatabase database = LiveDatabase.open()) {
            Schema before = made(database, BEFORE);
            database.execute("DROP INDEX users_mail; CREATE INDEX users_mail ON users (mail DESC)");
            Plan plan = planned(before, database.inspect());
            assertThat(plan.statements().map(Statement::sql))
                    .containsExactly(
                            "CREATE INDEX CONCURRENTLY users_mail__after ON public.users (mail DESC)",
                            "DROP INDEX CONCURRENTLY public.users_mail",
                            "ALTER INDEX public.users_mail__after RENAME TO users_mail");
        }
    }

    @Test
    void rows_are_checked_in_a_transaction_after_the_one_that_adds_the_constraint() throws SQLException {
        Schema before = of("CREATE TABLE a (b integer)");
        Plan plan = planned(before, of("CREATE TABLE a (b integer, CONSTRAINT c CHECK (b > 0))"));
        assertThat(plan.steps()).hasSize(2);
        assertThat(plan.statements().map(Statement::sql))
                .containsExactly(
                        "ALTER TABLE public.a ADD CONSTRAINT c CHECK (b > 0) NOT VALID",
                        "ALTER TABLE public.a VALIDATE CONSTRAINT c");
    }

    @Test
    void a_new_table_gets_the_plain_form() throws SQLException {
        Plan plan = planned(Schema.EMPTY, of(AFTER));
        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.statements().map(Statement::sql)).noneMatch(sql -> sql.contains("CONCURRENTLY"));
    }

    @Test
    void an_index_over_partitions_is_replaced_plainly() throws SQLException {
        String table = "CREATE TABLE a (b integer, c integer) PARTITION BY LIST (b); CREATE INDEX i ON a (%s)";
        Plan plan = planned(of(table.formatted("b, c")), of(table.formatted("c, b")));
        assertThat(plan.statements().map(Statement::sql))
                .containsExactly("DROP INDEX public.i", "CREATE INDEX i ON public.a (c, b)");
    }

    @Test
    void a_table_proves_its_rows_before_it_becomes_a_partition() throws SQLException {
        String events = """
                CREATE TABLE events (id integer NOT NULL, "At" date NOT NULL, PRIMARY KEY (id, "At")) PARTITION BY RANGE ("At");
                CREATE TABLE old (id integer NOT NULL, "At" date NOT NULL, PRIMARY KEY (id, "At"));
                CREATE TABLE kinds (kind text NOT NULL, n integer) PARTITION BY LIST (kind);
                CREATE TABLE few (kind text NOT NULL, n integer);
                INSERT INTO old SELECT i, date '2024-01-01' + i FROM generate_series(0, 300) AS i;
                INSERT INTO few VALUES ('a', 1), ('it''s', 2);
                """;
        for (String major : List.of("14", "18")) {
            try (LiveDatabase database = LiveDatabase.open(major)) {
                Schema before = made(database, events);
                database.execute("""
                        ALTER TABLE events ATTACH PARTITION old FOR VALUES FROM (MINVALUE) TO ('2025-01-01');
                        ALTER TABLE kinds ATTACH PARTITION few FOR VALUES IN ('a', 'it''s');
                        """);
                Schema after = database.inspect();
                database.run(planned(after, before));
                assertThat(database.inspect()).isEqualTo(before);
                Plan plan = planned(before, after);
                assertThat(plan.statements().map(Statement::sql))
                        .contains(
                                "ALTER TABLE public.old ADD CONSTRAINT old_partition__proof"
                                        + " CHECK (\"At\" IS NOT NULL AND \"At\" < '2025-01-01') NOT VALID",
                                "ALTER TABLE public.few VALIDATE CONSTRAINT few_partition__proof",
                                "ALTER TABLE public.kinds ATTACH PARTITION public.few FOR VALUES IN ('a', 'it''s')");
                assertThat(plan.hazards()).extracting(Hazard::kind).doesNotContain(Hazard.Kind.BLOCKING);
                database.run(plan);
                assertThat(database.inspect()).isEqualTo(after);
                assertThat(database.query("SELECT count(*) FROM events")).containsExactly("301");
            }
        }
    }

    @Test
    void the_sequence_of_a_column_that_refuses_null_is_unlogged_like_its_table() throws SQLException {
        String table = "CREATE UNLOGGED TABLE a (b bigint); INSERT INTO a VALUES (5);";
        try (LiveDatabase database = LiveDatabase.open("18")) {
            Schema before = made(database, table);
            Schema after = of("CREATE UNLOGGED TABLE a (b bigserial)");
            database.run(planned(before, after));
            assertThat(database.inspect()).isEqualTo(after);
            database.run(planned(after, before));
            assertThat(database.inspect()).isEqualTo(before);
        }
    }

    @Test
    void a_sequence_counts_no_rows_of_another_server() throws SQLException {
        String table = "CREATE FOREIGN DATA WRAPPER far; CREATE SERVER there FOREIGN DATA WRAPPER far;"
                + "CREATE TABLE a (b %s); CREATE FOREIGN TABLE f () INHERITS (a) SERVER there;";
        try (LiveDatabase database = LiveDatabase.open("18")) {
            Schema before = made(database, table.formatted("integer"));
            Schema after = of(table.formatted("bigserial"));
            database.run(planned(before, after));
            assertThat(database.inspect()).isEqualTo(after);
        }
    }

    @Test
    void an_index_by_an_operator_class_goes_before_another_class_takes_the_place_of_it() throws SQLException {
        String script = "CREATE OPERATOR FAMILY f USING btree; CREATE TABLE a (b integer);"
                + "CREATE OPERATOR CLASS %1$s FOR TYPE integer USING btree FAMILY f AS OPERATOR 1 >, OPERATOR 2 >=,"
                + "OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 btint4cmp(integer, integer);"
                + "CREATE INDEX i ON a (b %1$s)";
        try (LiveDatabase database = LiveDatabase.open("18")) {
            Schema before = made(database, script.formatted("one"));
            Schema after = of(script.formatted("two"));
            database.run(planned(before, after));
            assertThat(database.inspect()).isEqualTo(after);
        }
    }

    private static Plan planned(Schema before, Schema after) {
        Questions nobody = new GivenAnswers(Set.of(), Map.of(), Questions.NOBODY);
        return Planner.online(LiveDatabase.DIALECT)
                .plan(before, new Differ(LiveDatabase.DIALECT, List.of(), nobody).diff(before, after));
    }

    private static Schema of(String sql) throws SQLException {
        try (LiveDatabase database = LiveDatabase.open()) {
            return made(database, sql);
        }
    }

    private static Schema made(LiveDatabase database, String sql) throws SQLException {
        database.execute(sql);
        return database.inspect();
    }
}
