package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.dialect.Statement;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(schema.table(ObjectName.of("public", "like_two"))
                        .orElseThrow()
                        .columns())
                .isEmpty();
        assertThat(schema.table(ObjectName.of("public", "like_none"))
                        .orElseThrow()
                        .columns())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_child_says_which_default_it_takes_of_several(String major) throws SQLException {
        String other = "CREATE TABLE four (id integer DEFAULT 4);";
        assertThat(ObjectProof.becomes(
                        major,
                        PARENTS + other,
                        PARENTS + other + "CREATE TABLE five (id integer DEFAULT 5) INHERITS (two, four);"
                                + "CREATE TABLE none (id integer DEFAULT NULL) INHERITS (four, two);"))
                .contains("CREATE TABLE public.five (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_column_that_several_bring_gets_another_type(String major) throws SQLException {
        String tables = "CREATE TABLE five (a %1$s, b text); CREATE TABLE six (a %1$s, c text);"
                + "CREATE TABLE seven () INHERITS (five, six); CREATE TABLE eight (a %1$s DEFAULT NULL) INHERITS (six, seven);";
        assertThat(ObjectProof.becomes(major, tables.formatted("integer"), tables.formatted("text")))
                .startsWith("ALTER TABLE public.seven NO INHERIT public.six")
                .endsWith("ALTER TABLE public.eight INHERIT public.seven");
        String mood = "CREATE TYPE mood AS ENUM (%s);" + tables.formatted("mood");
        assertThat(ObjectProof.becomes(major, mood.formatted("'up', 'down'"), mood.formatted("'up'")))
                .contains("ALTER TABLE public.seven INHERIT public.six");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE c () INHERITS (p); CREATE TABLE d () INHERITS (p)"
                        + " | CREATE TABLE c (b integer) INHERITS (p); CREATE TABLE d () INHERITS (p)",
                "CREATE TABLE c () INHERITS (p); CREATE TABLE d () INHERITS (c)"
                        + " | CREATE TABLE c () INHERITS (p); CREATE TABLE d (b text DEFAULT 5) INHERITS (c)",
                "CREATE TABLE c (b integer DEFAULT 5) INHERITS (p) | CREATE TABLE c () INHERITS (p)",
                "CREATE TABLE c (b integer DEFAULT 5) INHERITS (p) | CREATE TABLE c (b integer DEFAULT 5) INHERITS (p)",
            })
    void a_child_has_what_its_parent_loses(String before, String after) throws SQLException {
        assertThat(ObjectProof.becomes(
                        "CREATE TABLE p (a integer, b integer);" + before, "CREATE TABLE p (a integer);" + after))
                .contains("ALTER TABLE ONLY public.p DROP COLUMN b");
    }

    @Test
    void a_not_null_that_a_child_has_by_another_name_gets_another() throws SQLException {
        String rest = "CREATE TABLE two (id integer NOT NULL); CREATE TABLE child () INHERITS (two, one);";
        assertThat(becomes18(
                        "CREATE TABLE one (id integer CONSTRAINT there NOT NULL);" + rest,
                        "CREATE TABLE one (id integer CONSTRAINT here NOT NULL);" + rest))
                .containsExactly(
                        "ALTER TABLE ONLY public.one ALTER COLUMN id DROP NOT NULL",
                        "ALTER TABLE public.one ADD CONSTRAINT here NOT NULL id");
    }

    @Test
    void what_is_known_of_the_rows_of_a_child_is_proved_again() throws SQLException {
        String child = "CREATE TABLE child () INHERITS (one);";
        assertThat(becomes18("CREATE TABLE one (id integer NOT NULL);" + child, """
                        CREATE TABLE one (id integer);
                        ALTER TABLE one ADD CONSTRAINT later NOT NULL id NOT VALID;
                        """ + child))
                .endsWith("ALTER TABLE public.child VALIDATE CONSTRAINT later");
    }

    private static List<String> becomes18(String before, String after) throws SQLException {
        try (LiveDatabase first = LiveDatabase.open("18");
                LiveDatabase second = LiveDatabase.open("18")) {
            first.execute(before);
            second.execute(after);
            Schema then = first.inspect();
            Plan plan = first.migrate(then, second.inspect());
            assertThat(first.inspect()).isEqualTo(second.inspect());
            first.migrate(first.inspect(), then);
            assertThat(first.inspect()).isEqualTo(then);
            return plan.statements().map(Statement::sql).toList();
        }
    }
}
