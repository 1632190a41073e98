package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that a table has for new rows only, and that hold for all rows of some that hold rows for it. */
class CheckedChildrenTest {
    private static final String HEATS = "CREATE TABLE heats (id integer, heat integer) PARTITION BY RANGE (id);";
    private static final String PARTITIONS = """
            CREATE TABLE heats_1 PARTITION OF heats FOR VALUES FROM (0) TO (10);
            CREATE TABLE heats_2 PARTITION OF heats FOR VALUES FROM (10) TO (20);
            """;
    private static final String CHECK = "ALTER TABLE heats ADD CONSTRAINT warm CHECK (heat > 0) NOT VALID;";
    private static final String FACTS = "SELECT conrelid::regclass || ' ' || convalidated FROM pg_constraint"
            + " WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY 1";

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_partition_made_after_the_check_is_made_again_after_it(String major) throws SQLException {
        ObjectProof.isMadeAgain(major, HEATS + CHECK + PARTITIONS, FACTS);
    }

    @Test
    void a_partition_made_before_the_check_is_made_again_before_it() throws SQLException {
        ObjectProof.isMadeAgain("17", HEATS + PARTITIONS + CHECK, FACTS);
    }

    @Test
    void a_foreign_key_that_was_checked_on_one_partition_is_made_again_so() throws SQLException {
        String key = "CREATE TABLE cups (heat integer PRIMARY KEY);" + HEATS + PARTITIONS
                + "ALTER TABLE heats ADD CONSTRAINT cup FOREIGN KEY (heat) REFERENCES cups NOT VALID;";
        String checked = key + "ALTER TABLE heats_1 VALIDATE CONSTRAINT cup;";
        ObjectProof.isMadeAgain("18", checked, FACTS.replace("'c'", "'f'"));
        assertThat(ObjectProof.becomes("18", key.replaceFirst("ALTER .*", ""), checked))
                .last()
                .isEqualTo("ALTER TABLE public.heats_1 VALIDATE CONSTRAINT cup");
    }

    @Test
    void a_new_check_is_validated_where_it_shall_hold_for_all_rows() throws SQLException {
        String one = PARTITIONS + CHECK + "ALTER TABLE heats_1 VALIDATE CONSTRAINT warm;";
        assertThat(ObjectProof.becomes(HEATS + PARTITIONS, HEATS + one))
                .last()
                .isEqualTo("ALTER TABLE public.heats_1 VALIDATE CONSTRAINT warm");
    }

    @Test
    void another_check_under_its_name_is_validated_there_again() throws SQLException {
        assertThat(ObjectProof.becomes(HEATS + CHECK + PARTITIONS, HEATS + CHECK.replace("0", "5") + PARTITIONS))
                .hasSize(4)
                .last()
                .isEqualTo("ALTER TABLE public.heats_2 VALIDATE CONSTRAINT warm");
    }

    @Test
    void an_heir_of_heirs_is_found_to_hold_another_check_once_that_is_there() throws SQLException {
        String top = "CREATE TABLE top (id integer);";
        String check = "ALTER TABLE top ADD CONSTRAINT warm CHECK (id > 0);";
        String mid = "CREATE TABLE mid () INHERITS (top);";
        String low = "CREATE TABLE other () INHERITS (top); CREATE TABLE low () INHERITS (mid, other);";
        assertThat(ObjectProof.becomes(top + mid + check + low, top + mid + check.replace("0)", "5) NOT VALID") + low))
                .last()
                .asString()
                .endsWith("VALIDATE CONSTRAINT warm");
    }

    @Test
    void a_partition_that_comes_after_the_check_or_anew_has_no_rows_that_break_it() throws SQLException {
        assertThat(ObjectProof.becomes(HEATS + CHECK, HEATS + PARTITIONS + CHECK))
                .hasSize(2);
        assertThat(ObjectProof.becomes(
                        HEATS + PARTITIONS + CHECK,
                        HEATS
                                + PARTITIONS.replace("FROM (0) TO (10)", "FROM (0) TO (10) PARTITION BY LIST (id)")
                                + CHECK))
                .contains("DROP TABLE public.heats_1__before");
    }

    @Test
    void a_partition_made_after_a_not_null_for_new_rows_has_it_for_all() throws SQLException {
        String later = "ALTER TABLE heats ADD CONSTRAINT there NOT NULL heat NOT VALID;";
        assertThat(ObjectProof.becomes("18", HEATS + PARTITIONS + later, HEATS + later))
                .hasSize(2);
        assertThat(ObjectProof.becomes("18", HEATS + later, HEATS + PARTITIONS + later))
                .hasSize(2);
    }

    @Test
    void a_child_of_what_comes_anew_has_a_check_proved_once_that_is_there() throws SQLException {
        String table = "CREATE TABLE one (id integer)%s; CREATE TABLE two (id integer);"
                + "ALTER TABLE one ADD CONSTRAINT warm CHECK (id > 0) NOT VALID;";
        assertThat(ObjectProof.becomes(
                        "14",
                        table.formatted(" PARTITION BY LIST (id)"),
                        table.formatted("") + "CREATE TABLE child () INHERITS (one, two);"))
                .last()
                .isEqualTo("ALTER TABLE public.child VALIDATE CONSTRAINT warm");
    }

    @Test
    void a_table_joins_a_child_of_whose_rows_more_is_known_than_of_its_parents() throws SQLException {
        String tables = "CREATE TABLE top (id integer); ALTER TABLE top ADD CONSTRAINT warm CHECK (id > 0) NOT VALID;"
                + "CREATE TABLE child () INHERITS (top);";
        ObjectProof.becomes(
                "14", tables + "CREATE TABLE low () INHERITS (child)", tables + "CREATE TABLE low (id integer)");
    }

    @Test
    void an_heir_of_two_leaves_one_that_more_is_known_of_than_of_the_other() throws SQLException {
        String tables =
                "CREATE TABLE top (id integer); CREATE TABLE kept () INHERITS (top); CREATE TABLE late () INHERITS (top);"
                        + "ALTER TABLE top ADD CONSTRAINT warm CHECK (id > 0) NOT VALID; CREATE TABLE proved () INHERITS (kept);";
        assertThat(ObjectProof.becomes(
                        "14",
                        tables + "CREATE TABLE heir () INHERITS (proved, kept)",
                        tables + "CREATE TABLE heir () INHERITS (late, kept)"))
                .containsExactly(
                        "ALTER TABLE public.heir NO INHERIT public.proved",
                        "ALTER TABLE public.heir INHERIT public.late");
    }

    @Test
    void a_check_of_a_child_is_called_as_the_key_of_another_parent() throws SQLException {
        String tables = "CREATE TABLE one (id integer)%s; CREATE TABLE two (id integer PRIMARY KEY);"
                + "ALTER TABLE one ADD CONSTRAINT warm CHECK (id > 0) NOT VALID;"
                + "ALTER TABLE two ADD CONSTRAINT warm FOREIGN KEY (id) REFERENCES two NOT VALID;";
        ObjectProof.becomes(
                "18",
                tables.formatted(" PARTITION BY LIST (id)"),
                tables.formatted("") + "CREATE TABLE child () INHERITS (one, two);");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s CREATE TABLE c () INHERITS (p); CREATE TABLE d () INHERITS (c);",
                "CREATE TABLE c () INHERITS (p); %s CREATE TABLE d () INHERITS (c);",
                "CREATE TABLE c () INHERITS (p); CREATE TABLE d () INHERITS (c); %s"
            })
    void children_refuse_null_for_all_rows_unless_they_were_there_before_their_parent_did_for_new_ones(String order)
            throws SQLException {
        String table = "CREATE TABLE p (id integer%s);";
        String later = "ALTER TABLE p ADD CONSTRAINT there NOT NULL id NOT VALID;";
        ObjectProof.becomes(
                "18", table.formatted("") + order.formatted(""), table.formatted("") + order.formatted(later));
        String added = later.replace("NOT NULL id", "NOT NULL at");
        ObjectProof.becomes(
                "18", table.formatted("") + order.formatted(""), table.formatted(", at date") + order.formatted(added));
        String below = "ALTER TABLE c ADD CONSTRAINT there NOT NULL id NOT VALID;";
        if (order.startsWith("CREATE")) {
            ObjectProof.becomes(
                    "18", table.formatted("") + order.formatted(""), table.formatted("") + order.formatted(below));
        }
    }

    @Test
    void a_check_comes_once_no_other_of_its_name_is_in_the_way_in_an_heir() throws SQLException {
        String tables = "CREATE TABLE one (a integer%s); CREATE TABLE two (b integer%s);";
        String heir = "CREATE TABLE heir (c integer) INHERITS (one, two);";
        String ofOne = ", CONSTRAINT good CHECK (a > 0)";
        String ofTwo = ", CONSTRAINT good CHECK (b > 0)";
        assertThat(ObjectProof.becomes("14", tables.formatted(ofOne, "") + heir, tables.formatted("", ofTwo)))
                .containsSubsequence(
                        "DROP TABLE public.heir", "ALTER TABLE public.two ADD CONSTRAINT good CHECK (b > 0)");
        ObjectProof.becomes("14", tables.formatted(ofOne, "") + heir, tables.formatted("", ofTwo) + heir);
        ObjectProof.becomes(
                "18",
                tables.formatted("", "") + heir + "ALTER TABLE heir ADD CONSTRAINT good CHECK (c > 0);",
                tables.formatted(ofOne, "") + heir);
    }
}
