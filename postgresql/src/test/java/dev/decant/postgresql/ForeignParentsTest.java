package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Schema;
import dev.decant.testkit.SchemaDifference;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables with rows of their own for one on another server, and foreign tables below others. */
class ForeignParentsTest {
    private static final String SERVER =
            "CREATE FOREIGN DATA WRAPPER far; CREATE SERVER there FOREIGN DATA WRAPPER far;";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TYPE m AS ENUM ('a', 'b') | CREATE TYPE m AS ENUM ('b')",
                "CREATE TYPE e AS ENUM ('a'); CREATE DOMAIN m AS e | CREATE TYPE e AS ENUM ('a'); CREATE DOMAIN m AS integer",
            })
    void the_type_of_a_column_gets_a_successor(String before, String after) throws SQLException {
        String tables = ";CREATE FOREIGN TABLE f (id integer) SERVER there; ALTER TABLE f ADD COLUMN a m[];"
                + "CREATE TABLE c () INHERITS (f); CREATE TABLE d () INHERITS (c)";
        for (String major : new String[] {"14", "18"}) {
            assertThat(ObjectProof.becomes(major, SERVER + before + tables, SERVER + after + tables))
                    .isNotEmpty();
        }
    }

    @Test
    void the_rows_here_go_over_to_another_type() throws SQLException {
        String tables = SERVER + "CREATE FOREIGN TABLE f (a %s) SERVER there; CREATE TABLE c () INHERITS (f);";
        try (LiveDatabase live = LiveDatabase.open("18");
                LiveDatabase wanted = LiveDatabase.open("18")) {
            ObjectProof.run(live, tables.formatted("integer") + "INSERT INTO c VALUES (7)");
            ObjectProof.run(wanted, tables.formatted("text"));
            Schema after = wanted.inspect();
            live.migrate(live.inspect(), after);
            SchemaDifference.requireEqual(live.inspect(), after);
            assertThat(live.query("SELECT a FROM c")).containsExactly("7");
        }
    }

    @Test
    void a_column_that_it_had_from_a_parent_is_computed_then() throws SQLException {
        String parents = SERVER + "CREATE TABLE p (id integer); CREATE TABLE q (id integer, price serial);";
        assertThat(ObjectProof.becomes(
                        parents + "CREATE FOREIGN TABLE f () INHERITS (p, q) SERVER there",
                        parents + "CREATE FOREIGN TABLE f (price bigint GENERATED ALWAYS AS (id + 1) STORED)"
                                + " INHERITS (p) SERVER there"))
                .isNotEmpty();
    }

    @Test
    void a_table_whose_sequence_counts_the_rows_of_its_heirs_too_becomes_foreign() throws SQLException {
        String heirs = "CREATE TABLE c () INHERITS (f); CREATE TABLE d () INHERITS (c);";
        for (String major : new String[] {"14", "18"}) {
            for (String then : new String[] {"serial", "integer", "integer DEFAULT 5"}) {
                ObjectProof.becomes(
                        major,
                        SERVER + "CREATE TABLE f (id integer, n serial);" + heirs,
                        SERVER + "CREATE FOREIGN TABLE f (id integer, n " + then + ") SERVER there;" + heirs);
            }
        }
    }

    @Test
    void a_table_with_a_column_computed_by_another_routine_of_the_name_becomes_foreign() throws SQLException {
        String columns = "(id integer, n bigint GENERATED ALWAYS AS (next(id)) STORED, CONSTRAINT low CHECK (n < 100))";
        String heir = "CREATE TABLE c () INHERITS (f); CREATE INDEX on_c ON c (n);";
        for (String major : new String[] {"14", "18"}) {
            ObjectProof.becomes(
                    major,
                    SERVER + "CREATE FUNCTION next(bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + 1';"
                            + "CREATE TABLE f " + columns + ";" + heir,
                    SERVER + "CREATE FUNCTION next(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + 2';"
                            + "CREATE FOREIGN TABLE f " + columns + " SERVER there;" + heir);
        }
    }
}
