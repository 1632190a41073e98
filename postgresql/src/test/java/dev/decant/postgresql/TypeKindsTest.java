package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Types that give way to one of another kind under their name. */
class TypeKindsTest {
    private static final String TABLE = "CREATE TABLE days (id integer, m mood DEFAULT 'ok', ms mood[]);"
            + "CREATE INDEX days_m ON days (m); CREATE VIEW moods AS SELECT m FROM days;";
    private static final String ENUM = "CREATE TYPE mood AS ENUM ('ok', 'bad');" + TABLE;
    private static final String DOMAIN = "CREATE DOMAIN mood AS text CHECK (VALUE <> 'none');" + TABLE;
    private static final String PAIR = "CREATE TYPE mood AS (a integer, b text);";

    @Test
    void an_enum_gives_way_to_a_domain_and_comes_back_with_all_rows() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open();
                LiveDatabase wanted = LiveDatabase.open()) {
            ObjectProof.run(live, ENUM + "INSERT INTO days VALUES (1, 'bad', '{ok,bad}');");
            ObjectProof.run(wanted, DOMAIN);
            var before = live.inspect();
            var after = wanted.inspect();
            live.migrate(before, after);
            assertThat(live.query("SELECT m || ms::text FROM days")).containsExactly("bad{ok,bad}");
            live.migrate(after, before);
            assertThat(live.query("SELECT days::text FROM days")).containsExactly("(1,bad,\"{ok,bad}\")");
        }
    }

    @Test
    void types_that_nothing_is_made_of_just_give_way() throws SQLException {
        assertThat(ObjectProof.becomes(PAIR, "CREATE TYPE mood AS ENUM ('ok');"))
                .containsExactly("DROP TYPE public.mood", "CREATE TYPE public.mood AS ENUM ('ok')");
        ObjectProof.becomes("CREATE TYPE mood AS RANGE (subtype = integer);", "CREATE DOMAIN mood AS text;");
    }

    @Test
    void a_composite_type_gives_no_way_to_an_enum_while_columns_are_of_it() {
        String days = "CREATE TABLE days (m mood);";
        assertThatThrownBy(() -> ObjectProof.becomes(PAIR + days, "CREATE TYPE mood AS ENUM ('ok');" + days))
                .hasMessageContaining("while the column public.days.m uses it")
                .hasMessageContaining("under another name");
    }

    @Test
    void a_type_gives_no_way_to_a_table_while_columns_are_of_it() throws SQLException {
        String days = "CREATE TABLE days (m mood);";
        String domain = "CREATE DOMAIN mood AS text;";
        String table = "CREATE TABLE mood (a integer);";
        assertThatThrownBy(() -> ObjectProof.becomes(domain + days, table + days))
                .hasMessageContaining("DCT-411 public.days.m")
                .hasMessageContaining("the rows of the table public.mood");
        String pairs = "CREATE TYPE pair AS (m mood); CREATE TABLE days (both_of pair[]);";
        assertThatThrownBy(() -> ObjectProof.becomes(domain + pairs, table + pairs))
                .hasMessageContaining("DCT-411 public.days.both_of")
                .hasMessageContaining("what its type public.pair is made of");
        ObjectProof.becomes(domain + days, table + "CREATE TABLE days (m text);");
    }

    @Test
    void what_is_made_of_a_type_goes_and_comes_when_that_gives_way_to_a_table() throws SQLException {
        String pair = "CREATE TYPE pair AS (m mood, n integer); COMMENT ON TYPE pair IS 'two';"
                + "CREATE TYPE pairs AS (one pair, more pair[]); GRANT USAGE ON TYPE pair TO pg_monitor;"
                + "CREATE FUNCTION first(p pairs) RETURNS integer LANGUAGE sql AS 'SELECT 1';";
        assertThat(ObjectProof.becomes(PAIR + pair, "CREATE TABLE mood (a integer);" + pair))
                .containsSubsequence("DROP TYPE public.pair", "DROP TYPE public.mood");
        ObjectProof.becomes("CREATE TABLE mood (a integer);" + pair, "CREATE VIEW mood AS SELECT 1 AS a;" + pair);
    }
}
