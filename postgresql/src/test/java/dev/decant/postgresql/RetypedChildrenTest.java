package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column of another type in a table and in the children that refuse null in it by themselves, as those with a key of their own do. */
class RetypedChildrenTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PRIMARY KEY | CREATE TABLE c (PRIMARY KEY (id)) INHERITS (p)",
                "PRIMARY KEY | CREATE TABLE c () INHERITS (p); ALTER TABLE c ADD PRIMARY KEY (id)",
                "NOT NULL | CREATE TABLE c (id integer CONSTRAINT z NOT NULL) INHERITS (p)",
                "DEFAULT 5 NOT NULL | CREATE TABLE c (id integer DEFAULT 7 CONSTRAINT z NOT NULL) INHERITS (p)",
                "DEFAULT 5 NOT NULL | CREATE TABLE c (PRIMARY KEY (id)) INHERITS (p); CREATE TABLE d () INHERITS (c)",
                "NOT NULL | CREATE TABLE c () INHERITS (p); CREATE TABLE d (PRIMARY KEY (id)) INHERITS (c)",
                "PRIMARY KEY | CREATE TABLE c (PRIMARY KEY (id)) INHERITS (p); CREATE TABLE d (PRIMARY KEY (id)) INHERITS (c)",
            })
    void a_number_becomes_a_larger_one(String column, String children) throws SQLException {
        String tables = "CREATE TABLE p (id integer " + column + ", more text);" + children;
        for (String major : new String[] {"14", "18"}) {
            assertThat(ObjectProof.becomes(major, tables, tables.replace("id integer", "id bigint")))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TYPE m AS ENUM ('a', 'b') | CREATE TYPE m AS ENUM ('b')",
                "CREATE TYPE m AS RANGE (SUBTYPE = integer) | CREATE TYPE m AS RANGE (SUBTYPE = bigint)",
            })
    void a_type_gets_a_successor(String before, String after) throws SQLException {
        String tables = "; CREATE TABLE p (a m NOT NULL); CREATE TABLE c (a m CONSTRAINT z NOT NULL) INHERITS (p)";
        assertThat(ObjectProof.becomes("18", before + tables, after + tables)).isNotEmpty();
    }
}
