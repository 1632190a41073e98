package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of NOT NULL constraints, which are constraints like others since PostgreSQL 18. */
class NotNullNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a integer CONSTRAINT x NOT NULL, b integer | a integer, b integer CONSTRAINT x NOT NULL",
                "b integer, a integer CONSTRAINT x NOT NULL | b integer CONSTRAINT x NOT NULL, a integer",
                "a integer CONSTRAINT x NOT NULL, b integer | b integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x NOT NULL | a integer, b integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x NOT NULL | a integer NOT NULL, b integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x NOT NULL | a integer CONSTRAINT y NOT NULL, b integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x NOT NULL, b integer CONSTRAINT y NOT NULL"
                        + " | a integer CONSTRAINT y NOT NULL, b integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x CHECK (a > 0) | a integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x CHECK (a > 0), b integer | a integer, b integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x UNIQUE, b integer | a integer, b integer CONSTRAINT x NOT NULL",
            })
    void the_name_of_a_not_null_goes_to_another_column(String before, String after) throws SQLException {
        assertThat(ObjectProof.becomes("18", "CREATE TABLE t (" + before + ")", "CREATE TABLE t (" + after + ")"))
                .isNotEmpty();
    }
}
