package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Change;
import dev.decant.diff.Differ;
import dev.decant.diff.ObviousAnswers;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFacetsTest {
    private static Table table(Schema schema, String name) {
        return schema.table(ObjectName.of("public", name)).orElseThrow();
    }

    private static List<String> statements(Plan plan) {
        return plan.statements().map(statement -> statement.sql()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void constraints_with_all_that_they_have_are_made_again(String major) throws SQLException {
        Schema schema = DumpRoundTrip.check(major, """
                CREATE TABLE teams (id integer, city text, PRIMARY KEY (id) INCLUDE (city) WITH (fillfactor = 70));
                CREATE TABLE late (id integer PRIMARY KEY DEFERRABLE);
                CREATE TABLE rooms (
                    id integer NOT NULL, team integer REFERENCES teams DEFERRABLE INITIALLY DEFERRED,
                    during tsrange, spot point, floor integer,
                    CONSTRAINT apart EXCLUDE USING gist (during WITH &&, (circle(spot, 1)) WITH OPERATOR(pg_catalog.&&))
                        WITH (fillfactor = 80) WHERE (floor > 0) DEFERRABLE INITIALLY DEFERRED,
                    CONSTRAINT floor_key UNIQUE (floor) INCLUDE (spot));
                ALTER TABLE rooms ADD CHECK (floor < 9) NOT VALID;
                ALTER TABLE rooms ADD FOREIGN KEY (id) REFERENCES rooms (floor) NOT VALID;
                CREATE UNIQUE INDEX ix_id ON rooms (id, (floor + 1));
                ALTER INDEX ix_id ALTER COLUMN 2 SET STATISTICS 300;
                ALTER TABLE rooms CLUSTER ON ix_id;
                CREATE UNIQUE INDEX ix_plain ON rooms (id);
                ALTER TABLE rooms REPLICA IDENTITY USING INDEX ix_plain;
                ALTER TABLE teams REPLICA IDENTITY USING INDEX teams_pkey;
                """);
        assertThat(table(schema, "rooms").constraints())
                .filteredOn(Constraint.Exclusion.class::isInstance)
                .singleElement()
                .extracting(constraint ->
                        ((Constraint.Exclusion) constraint).elements().size())
                .isEqualTo(2);
        assertThat(table(schema, "rooms").options())
                .containsEntry("replica_identity", "index")
                .containsEntry("clustered", "true");
    }

    @Test
    void what_newer_servers_have_of_constraints_is_made_again() throws SQLException {
        DumpRoundTrip.check("15", """
                CREATE TABLE teams (id integer, city integer, UNIQUE NULLS NOT DISTINCT (id, city));
                CREATE TABLE rooms (a integer, b integer, FOREIGN KEY (a, b) REFERENCES teams (id, city) ON DELETE SET NULL (b));
                """);
        Schema schema = DumpRoundTrip.check("18", """
                CREATE EXTENSION btree_gist;
                CREATE TABLE stays (id integer, during daterange, PRIMARY KEY (id, during WITHOUT OVERLAPS));
                CREATE TABLE bills (
                    stay integer, span daterange, amount integer CONSTRAINT amount_is_there NOT NULL,
                    tax integer GENERATED ALWAYS AS (amount / 5) VIRTUAL, note text NOT NULL NO INHERIT,
                    FOREIGN KEY (stay, PERIOD span) REFERENCES stays (id, PERIOD during),
                    CHECK (amount > 0) NOT ENFORCED);
                ALTER TABLE bills ADD CONSTRAINT stay_is_there NOT NULL stay NOT VALID;
                """);
        assertThat(table(schema, "bills").column("amount").map(Column::options))
                .contains(Map.of("not_null.name", "amount_is_there"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void columns_and_tables_have_options(String major) throws SQLException {
        Schema schema = DumpRoundTrip.check(major, """
                CREATE TABLE t (a text COMPRESSION pglz COLLATE "C", b text, c numeric, d integer[]);
                ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER a SET STATISTICS 0, ALTER b SET (n_distinct = -0.5),
                    ALTER c SET STORAGE EXTENDED;
                ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, REPLICA IDENTITY NOTHING;
                ALTER TABLE t SET (autovacuum_enabled = false, toast.autovacuum_enabled = false);
                CREATE TYPE pair AS (x integer, y text);
                CREATE TABLE pairs OF pair (x WITH OPTIONS PRIMARY KEY, y DEFAULT 'a');
                CREATE TABLE more OF pair;
                """);
        assertThat(table(schema, "t").column("a")).map(Column::collation).contains(Optional.of(ObjectName.of("C")));
    }

    @Test
    void options_change_in_place() throws SQLException {
        Plan plan = DumpRoundTrip.between("14", """
                CREATE TABLE t (a text COLLATE "C", b text, c numeric);
                ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER b SET (n_distinct = 5), ENABLE ROW LEVEL SECURITY;
                CREATE UNIQUE INDEX ix_a ON t (a) WITH (fillfactor = 50);
                CREATE INDEX ix_b ON t (b, lower(b));
                ALTER TABLE t CLUSTER ON ix_b;
                CREATE TABLE u (a integer PRIMARY KEY, b integer UNIQUE REFERENCES u);
                """, """
                CREATE TABLE t (a text COLLATE "POSIX", b text, c numeric);
                ALTER TABLE t ALTER b SET STATISTICS 9, FORCE ROW LEVEL SECURITY, REPLICA IDENTITY FULL;
                CREATE UNIQUE INDEX ix_a ON t (a) WITH (fillfactor = 60);
                CREATE INDEX ix_b ON t (b, lower(b));
                ALTER INDEX ix_b ALTER COLUMN 2 SET STATISTICS 10;
                ALTER TABLE t CLUSTER ON ix_a;
                CREATE TABLE u (a integer PRIMARY KEY, b integer UNIQUE REFERENCES u DEFERRABLE);
                """);
        assertThat(statements(plan))
                .noneMatch(sql -> sql.contains("DROP INDEX") || sql.contains("DROP CONSTRAINT"))
                .contains(
                        "ALTER INDEX public.ix_a SET (fillfactor = 60)",
                        "ALTER TABLE public.t DISABLE ROW LEVEL SECURITY",
                        "ALTER TABLE public.u ALTER CONSTRAINT u_b_fkey DEFERRABLE");
    }

    @Test
    void an_index_that_a_failed_build_left_is_built_anew() throws SQLException {
        String made = "CREATE TABLE t (a integer); CREATE INDEX ix_t ON t (a);";
        try (LiveDatabase live = LiveDatabase.open("15")) {
            live.execute(made);
            Schema wanted = live.inspect();
            live.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_t'::regclass");
            Plan plan = live.migrate(live.inspect(), wanted);
            assertThat(statements(plan)).containsExactly("DROP INDEX public.ix_t", "CREATE INDEX ix_t ON public.t (a)");
            assertThat(live.inspect()).isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void foreign_tables_are_made_again(String major) throws SQLException {
        String server = "CREATE EXTENSION file_fdw; CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;";
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase copy = LiveDatabase.open(major)) {
            live.execute(server + """
                    CREATE FOREIGN TABLE f (
                        a integer NOT NULL DEFAULT 1, b text OPTIONS (force_not_null 'true'), CHECK (a > 0))
                        SERVER files OPTIONS (filename '/dev/null', format 'csv');
                    COMMENT ON FOREIGN TABLE f IS 'far away';
                    """);
            copy.execute(server);
            Schema schema = live.inspect();
            Schema before = copy.inspect();
            copy.migrate(before, schema);
            assertThat(copy.inspect()).isEqualTo(schema);
            copy.execute(
                    "ALTER FOREIGN TABLE f OPTIONS (SET format 'text', ADD null '-'); ALTER TABLE f DROP COLUMN b");
            copy.migrate(copy.inspect(), schema);
            assertThat(copy.inspect()).isEqualTo(schema);
            copy.migrate(schema, before);
            assertThat(copy.inspect()).isEqualTo(before);
        }
    }

    @Test
    void a_server_without_another_access_method_for_a_table_is_known_before_the_run() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open("14")) {
            live.execute("CREATE ACCESS METHOD other TYPE TABLE HANDLER heap_tableam_handler;"
                    + "CREATE TABLE t (id integer) USING other;"
                    + "CREATE MATERIALIZED VIEW v USING other AS SELECT 1 AS a");
            Schema before = live.inspect();
            live.execute("DROP TABLE t; DROP MATERIALIZED VIEW v; CREATE TABLE t (id integer);"
                    + "CREATE MATERIALIZED VIEW v AS SELECT 1 AS a");
            List<Change> changes =
                    new Differ(LiveDatabase.DIALECT, List.of(), new ObviousAnswers()).diff(before, live.inspect());
            Plan plan = new Planner(LiveDatabase.DIALECT).plan(before, changes);
            assertThat(plan.statements())
                    .hasSize(2)
                    .allSatisfy(statement -> assertThat(LiveDatabase.DATABASE
                                    .newerStatements()
                                    .lacking(live.connection(), () -> Stream.of(statement.sql())))
                            .hasValueSatisfying(
                                    what -> assertThat(what).contains("SET ACCESS METHOD", "PostgreSQL 15")));
        }
    }

    @Test
    void what_is_said_of_large_values_is_said_of_the_first_that_come_too() throws SQLException {
        String rows = "CREATE TYPE r AS (id integer);";
        String options = "ALTER TABLE t SET (autovacuum_enabled = false, toast.autovacuum_enabled = false)";
        ObjectProof.becomes(
                "18",
                rows + "CREATE TABLE t OF r;" + options,
                rows + "CREATE TABLE t (id integer, large text);" + options);
    }

    @Test
    void a_table_of_a_type_comes_to_inherit() throws SQLException {
        String rows = "CREATE TYPE r AS (id integer); CREATE TABLE p (id integer NOT NULL, more text);";
        ObjectProof.becomes("18", rows + "CREATE TABLE t OF r", rows + "CREATE TABLE t (own date) INHERITS (p)");
    }
}
