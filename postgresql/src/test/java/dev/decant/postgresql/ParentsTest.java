package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that hold rows for several others. */
class ParentsTest {
    private static final String PARENTS = """
            CREATE TABLE one (id integer NOT NULL, a text);
            CREATE TABLE two (id integer DEFAULT 2, b text);
            CREATE TABLE three (id integer, c text);
            """;

    private static String child(String parents) {
        return PARENTS + "CREATE TABLE child (id integer DEFAULT 7) INHERITS (" + parents + ");";
    }

    @Test
    void their_order_is_no_difference() throws SQLException {
        assertThat(ObjectProof.becomes(child("one, two, three"), child("three, two, one")))
                .isEmpty();
    }

    @Test
    void one_joins_and_another_leaves() throws SQLException {
        assertThat(ObjectProof.becomes(child("one, two"), child("three, one")))
                .startsWith("ALTER TABLE public.child NO INHERIT public.two")
                .endsWith("ALTER TABLE public.child INHERIT public.three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void what_only_the_second_gives_a_default_needs_no_word_of_the_child(String major) throws SQLException {
        String children = """
                CREATE TABLE like_two () INHERITS (one, two);
                CREATE TABLE like_none (id integer DEFAULT NULL) INHERITS (two, one);
                """;
        Schema schema = ObjectProof.isMadeAgain(major, PARENTS + children, """
                SELECT a.attrelid::regclass || ' ' || pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d
                JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum ORDER BY 1""");
        assertThat(schema.table(ObjectName.of("public", "like_two")).orElseThrow().columns())
                .isEmpty();
        assertThat(schema.table(ObjectName.of("public", "like_none"))
                        .orElseThrow()
                        .columns())
                .hasSize(1);
    }
}
