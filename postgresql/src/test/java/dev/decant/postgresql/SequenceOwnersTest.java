package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.database.Scope;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.testkit.SchemaDifference;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Sequences whose columns come and go: they stay where they stand. */
@Execution(ExecutionMode.CONCURRENT)
class SequenceOwnersTest {
    private static final String MAJOR = "15";

    @Test
    void a_sequence_outlives_the_table_that_owned_it() throws SQLException {
        DumpRoundTrip.between(
                MAJOR,
                "CREATE TABLE a (id serial PRIMARY KEY); CREATE TABLE b (n integer DEFAULT nextval('a_id_seq'))",
                "CREATE SEQUENCE a_id_seq AS integer; CREATE TABLE b (n integer DEFAULT nextval('a_id_seq'))");
    }

    @Test
    void a_sequence_of_another_type_outlives_the_column_that_owned_it() throws SQLException {
        DumpRoundTrip.between(MAJOR, """
                CREATE SEQUENCE numbers;
                CREATE TABLE a (next integer NOT NULL, old integer NOT NULL DEFAULT nextval('numbers'));
                ALTER SEQUENCE numbers OWNED BY a.old""", """
                CREATE SEQUENCE numbers;
                CREATE TABLE a (next integer NOT NULL DEFAULT nextval('numbers'));
                ALTER SEQUENCE numbers OWNED BY a.next""");
    }

    @Test
    void a_sequence_that_two_tables_share_goes_from_one_to_the_other() throws SQLException {
        String tables = """
                CREATE SEQUENCE numbers AS integer;
                CREATE TABLE a (n integer NOT NULL DEFAULT nextval('numbers'));
                CREATE TABLE b (n integer NOT NULL DEFAULT nextval('numbers'));
                ALTER SEQUENCE numbers OWNED BY %s.n""";
        Plan plan = DumpRoundTrip.between(MAJOR, tables.formatted("a"), tables.formatted("b"));
        assertThat(plan.statements()).hasSize(1);
    }

    @Test
    void a_sequence_comes_to_a_column_that_its_table_has_from_another() throws SQLException {
        String tables = """
                CREATE SEQUENCE numbers;
                CREATE TABLE a (n integer);
                CREATE TABLE b () INHERITS (a);""";
        String owned = "ALTER SEQUENCE numbers OWNED BY b.n";
        DumpRoundTrip.between(MAJOR, tables + owned, tables);
        DumpRoundTrip.between(MAJOR, tables + owned, "CREATE TABLE a (n integer)");
        DumpRoundTrip.between(MAJOR, tables + owned, "CREATE TABLE a (); CREATE TABLE b () INHERITS (a)");
    }

    @Test
    void a_sequence_stays_where_it_stands_while_its_column_comes_anew() throws SQLException {
        String sequence = ");CREATE SEQUENCE numbers START 7 OWNED BY a.n; SELECT nextval('numbers')";
        for (String computed : List.of("STORED", "VIRTUAL")) {
            try (LiveDatabase live = LiveDatabase.open("18");
                    LiveDatabase other = LiveDatabase.open("18")) {
                ObjectProof.run(
                        live,
                        "CREATE TABLE a (id integer, n integer GENERATED ALWAYS AS (id + 1) " + computed + sequence);
                ObjectProof.run(other, "CREATE TABLE a (id integer, n jsonb" + sequence);
                Schema before = live.inspect();
                live.migrate(before, other.inspect());
                SchemaDifference.requireEqual(live.inspect(), other.inspect());
                live.migrate(other.inspect(), before);
                SchemaDifference.requireEqual(live.inspect(), before);
                assertThat(live.query("SELECT nextval('numbers')")).containsExactly("8");
            }
        }
    }

    @Test
    void what_roles_may_do_with_a_sequence_comes_back_with_the_column_of_another_table() throws SQLException {
        String tables = """
                CREATE SEQUENCE numbers AS integer;
                CREATE TABLE %s (n integer NOT NULL DEFAULT nextval('numbers'));
                ALTER SEQUENCE numbers OWNED BY %1$s.n;
                GRANT USAGE ON SEQUENCE numbers TO PUBLIC;""";
        try (LiveDatabase live = LiveDatabase.open(MAJOR);
                LiveDatabase wanted = LiveDatabase.open(MAJOR)) {
            live.execute(tables.formatted("orders"));
            wanted.execute(tables.formatted("invoices"));
            live.migrate(access(live), access(wanted));
            assertThat(access(live)).isEqualTo(access(wanted));
        }
    }

    private static Schema access(LiveDatabase live) throws SQLException {
        return LiveDatabase.DATABASE.inspect(live.connection(), Scope.EVERYTHING.withPrivileges(true));
    }
}
