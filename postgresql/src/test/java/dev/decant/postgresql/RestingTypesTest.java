package dev.decant.postgresql;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What rests on a type or a collation that becomes another. */
class RestingTypesTest {
    @Test
    void a_composite_type_and_a_domain_follow_an_enum_that_loses_labels() throws SQLException {
        String rest = """
                CREATE TYPE pair AS (first mood, others mood[]);
                COMMENT ON TYPE pair IS 'two moods';
                CREATE DOMAIN good AS mood DEFAULT 'fine' CONSTRAINT is_good CHECK (VALUE > 'so so');
                CREATE TYPE nested AS (inside pair, "more" good);
                CREATE TABLE people (id integer, mood mood, pair pair, good good, nested nested[] DEFAULT '{}');
                CREATE VIEW seen AS SELECT id, (pair).first, good FROM people;
                """;
        ObjectProof.becomes(
                "CREATE TYPE mood AS ENUM ('bad', 'so so', 'fine');" + rest,
                "CREATE TYPE mood AS ENUM ('so so', 'fine');" + rest);
    }

    @Test
    void a_composite_type_may_come_over_an_enum_that_loses_labels() throws SQLException {
        ObjectProof.becomes("CREATE TYPE mood AS ENUM ('bad', 'so so', 'fine');", """
                CREATE TYPE mood AS ENUM ('so so', 'better', 'fine');
                CREATE TYPE pair AS (first mood, second mood);
                CREATE DOMAIN good AS mood;
                """);
    }

    @Test
    void ranges_follow_an_enum_that_loses_labels() throws SQLException {
        String rest = """
                CREATE TYPE moods AS RANGE (SUBTYPE = mood);
                CREATE TABLE people (id integer, mood mood DEFAULT 'fine', moods moods);
                """;
        ObjectProof.becomes(
                "CREATE TYPE mood AS ENUM ('bad', 'so so', 'fine');" + rest,
                "CREATE TYPE mood AS ENUM ('so so', 'fine');" + rest);
    }

    @Test
    void columns_follow_a_collation_that_becomes_another() throws SQLException {
        String rest = """
                CREATE DOMAIN word AS text COLLATE alphabet;
                CREATE TABLE words (id integer, word text COLLATE alphabet, other word);
                CREATE INDEX words_word ON words (word);
                CREATE VIEW seen AS SELECT word, other FROM words;
                """;
        ObjectProof.becomes(
                "CREATE COLLATION alphabet (provider = libc, locale = 'C');" + rest,
                "CREATE COLLATION alphabet (provider = libc, locale = 'POSIX');" + rest);
    }

    @Test
    void a_default_that_is_null_goes_before_its_domain() throws SQLException {
        ObjectProof.becomes(
                "CREATE TYPE mood AS ENUM ('fine'); CREATE DOMAIN word AS text; CREATE TABLE people (mood word DEFAULT NULL);",
                "CREATE TYPE mood AS ENUM ('fine'); CREATE TABLE people (mood mood);");
    }

    @Test
    void a_partition_goes_although_a_foreign_key_points_at_its_parent() throws SQLException {
        String parent = """
                CREATE TABLE parent (id integer PRIMARY KEY) PARTITION BY RANGE (id);
                CREATE TABLE pointing (parent integer REFERENCES parent);
                """;
        ObjectProof.becomes(parent + "CREATE TABLE child PARTITION OF parent FOR VALUES FROM (0) TO (10);", parent);
    }

    @Test
    void an_attribute_gets_a_type_that_has_no_cast_from_the_one_before() throws SQLException {
        String types = "CREATE TYPE mood AS ENUM ('fine');";
        ObjectProof.becomes(
                types + "CREATE TYPE pair AS (a mood, b text, c double precision); CREATE TABLE people (pair pair);",
                types + "CREATE TYPE pair AS (a numeric, b integer, c jsonb); CREATE TABLE people (pair pair);");
    }

    @Test
    void a_column_of_another_type_has_the_storage_of_that_type() throws SQLException {
        ObjectProof.becomes(
                "CREATE TABLE people (name text, other text, mail text); ALTER TABLE people ALTER name SET STORAGE EXTERNAL, ALTER mail SET STORAGE MAIN",
                "CREATE TABLE people (name bigint, other text, mail varchar(20)); ALTER TABLE people ALTER mail SET STORAGE MAIN");
    }

    @Test
    void a_trigger_on_updates_of_a_column_follows_its_enum() throws SQLException {
        String rest = """
                CREATE TABLE people (mood mood);
                CREATE TRIGGER noted BEFORE UPDATE OF mood ON people
                  FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
                """;
        ObjectProof.becomes(
                "CREATE TYPE mood AS ENUM ('bad', 'fine');" + rest, "CREATE TYPE mood AS ENUM ('fine');" + rest);
    }
}
