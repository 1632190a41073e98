package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Column;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The sequence of a serial column may count in another type than the column has: old ones do, and those of columns that were widened. */
@Execution(ExecutionMode.CONCURRENT)
class CountingTypesTest {
    private static final String MAJOR = "16";
    private static final String OLD = """
            CREATE TABLE %1$s (id integer NOT NULL);
            CREATE SEQUENCE %1$s_id_seq OWNED BY %1$s.id;
            ALTER TABLE %1$s ALTER COLUMN id SET DEFAULT nextval('%1$s_id_seq');
            """;
    private static final String WIDENED = """
            CREATE TABLE %1$s (id serial PRIMARY KEY);
            ALTER TABLE %1$s ALTER COLUMN id TYPE bigint;
            """;

    @Test
    void tables_are_made_with_such_sequences() throws SQLException {
        Schema schema = DumpRoundTrip.check(MAJOR, OLD.formatted("people") + WIDENED.formatted("visits") + """
                CREATE SEQUENCE own AS integer MAXVALUE 32767;
                CREATE TABLE apart (n integer DEFAULT nextval('own'));
                ALTER SEQUENCE own OWNED BY apart.n""");
        assertThat(schema.table(ObjectName.of("public", "people")).orElseThrow().columns())
                .extracting(Column::fill)
                .hasOnlyElementsOfType(Fill.Serial.class);
        assertThat(schema.table(ObjectName.of("public", "visits")).orElseThrow().columns())
                .extracting(Column::fill)
                .hasOnlyElementsOfType(Fill.Serial.class);
    }

    @Test
    void a_column_is_widened_and_its_sequence_is_not() throws SQLException {
        DumpRoundTrip.between(MAJOR, "CREATE TABLE visits (id serial PRIMARY KEY)", WIDENED.formatted("visits"));
    }

    @Test
    void an_old_sequence_becomes_one_of_its_column() throws SQLException {
        DumpRoundTrip.between(MAJOR, OLD.formatted("people"), "CREATE TABLE people (id serial)");
    }

    @Test
    void a_null_of_another_type_stays_the_default_of_a_column_that_becomes_text() throws SQLException {
        DumpRoundTrip.between(
                MAJOR,
                "CREATE TABLE people (phone varchar(15) DEFAULT NULL, mail text)",
                "CREATE TABLE people (phone varchar(15) DEFAULT NULL, mail text DEFAULT NULL);"
                        + "ALTER TABLE people ALTER COLUMN phone TYPE text");
    }
}
