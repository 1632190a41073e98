package dev.decant.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.dialect.Statement;
import dev.decant.failure.DecantException;
import dev.decant.plan.Plan;
import dev.decant.plan.Step;
import dev.decant.sql.ScriptStatement;
import dev.decant.sql.Syntax;
import dev.decant.testing.TextDialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlFileTest {
    private static List<SqlStep> steps(String text) {
        return new SqlFile("m/up.sql", text).steps(TextDialect.POSTGRESQL);
    }

    private static String shape(String text) {
        StringBuilder shape = new StringBuilder();
        for (SqlStep step : steps(text)) {
            shape.append(step.name())
                    .append(step.transactional() ? "" : " outside")
                    .append(": ");
            shape.append(step.statements().stream()
                    .map(statement -> statement.text() + "@" + statement.line())
                    .toList());
            shape.append('\n');
        }
        return shape.toString();
    }

    @Test
    void plain_sql_is_one_step() {
        assertThat(shape("-- hello\nSELECT 1;\n\nSELECT\n  2;")).isEqualTo("step-1: [SELECT 1@2, SELECT\n  2@4]\n");
    }

    @Test
    void comments_alone_are_no_step() {
        assertThat(steps("-- nothing\n\n/* at all */")).isEmpty();
    }

    @Test
    void directives_part_a_file_into_steps() {
        assertThat(shape("""
                                SELECT 0;
                                -- decant: step build
                                -- decant: transaction none
                                SELECT 1;
                                SELECT 2;
                                -- decant: step finish
                                SELECT 3;
                                """)).isEqualTo("""
                        step-1: [SELECT 0@1]
                        build outside: [SELECT 1@4, SELECT 2@5]
                        finish: [SELECT 3@7]
                        """);
    }

    @Test
    void a_directive_at_the_top_is_for_the_whole_file() {
        assertThat(shape("-- decant: transaction none\nSELECT 1;")).isEqualTo("step-1 outside: [SELECT 1@2]\n");
    }

    @Test
    void what_cannot_run_in_a_transaction_is_found_without_being_told() {
        assertThat(shape("""
                                SELECT 1;
                                CREATE INDEX CONCURRENTLY i ON t (a);
                                SELECT 2;
                                SELECT 3;
                                -- decant: step last
                                SELECT 4;
                                VACUUM t;
                                """)).isEqualTo("""
                        step-1: [SELECT 1@1]
                        step-2 outside: [CREATE INDEX CONCURRENTLY i ON t (a)@2]
                        step-3: [SELECT 2@3, SELECT 3@4]
                        last: [SELECT 4@6]
                        last-2 outside: [VACUUM t@7]
                        """);
    }

    @Test
    void what_a_plan_writes_is_read_as_the_plan() {
        Plan plan = new Plan(
                List.of(),
                List.of(
                        new Step("step-1", true, List.of(Statement.of("SELECT ';' -- no more"))),
                        new Step("step-2", false, List.of(Statement.of("VACUUM").outsideTransaction())),
                        new Step("step-3", true, List.of(Statement.of("SELECT $$;\n-- decant: step y\n$$")))));
        String text = SqlWriter.write(plan, List.of("decant: step z", "two\nlines"), Syntax.POSTGRESQL);
        List<SqlStep> steps = steps(text);
        assertThat(steps).extracting(SqlStep::name).containsExactly("step-1", "step-2", "step-3");
        assertThat(steps).extracting(SqlStep::transactional).containsExactly(true, false, true);
        assertThat(steps)
                .flatExtracting(step ->
                        step.statements().stream().map(ScriptStatement::text).toList())
                .containsExactly("SELECT ';'", "VACUUM", "SELECT $$;\n-- decant: step y\n$$");
    }

    @Test
    void a_transaction_of_ones_own_is_refused() {
        assertThatThrownBy(() -> steps("SELECT 1;\n  COMMIT;"))
                .isInstanceOf(DecantException.class)
                .hasMessageStartingWith("DCT-221 m/up.sql:2:3: a migration does not begin or end a transaction; ");
    }

    @Test
    void two_steps_of_one_name_are_refused() {
        assertThatThrownBy(() -> steps("-- decant: step a\nSELECT 1;\n-- decant: step a\nSELECT 2;"))
                .hasMessageStartingWith("DCT-221 m/up.sql:3:1: there are two steps \"a\"; give each its own name");
    }

    @Test
    void a_kind_of_transaction_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> steps("-- decant: transaction serializable\nSELECT 1;"))
                .hasMessageStartingWith("DCT-221 m/up.sql:1:1: a step runs in a transaction or in none");
    }

    @Test
    void a_transaction_for_half_a_step_is_refused() {
        assertThatThrownBy(() -> steps("SELECT 1;\n-- decant: transaction none\nSELECT 2;"))
                .hasMessageStartingWith(
                        "DCT-221 m/up.sql:2:1: what is said about the transaction holds for a whole step");
    }

    @Test
    void sql_that_cannot_be_taken_apart_is_refused_with_its_place() {
        assertThatThrownBy(() -> steps("SELECT 1;\nSELECT 'open;"))
                .isInstanceOf(DecantException.class)
                .hasMessageStartingWith("DCT-351 m/up.sql:2:8: ");
    }

    @Test
    void only_what_the_server_sees_counts_for_the_checksum() {
        String checksum = Checksum.of("SELECT a FROM b;", Syntax.POSTGRESQL);
        assertThat(checksum).startsWith("t1:").hasSize(67);
        assertThat(Checksum.of("select  a -- why\r\nFrom b ;\n", Syntax.POSTGRESQL))
                .isEqualTo(checksum);
        assertThat(Checksum.of("SELECT 'a\r\nb'", Syntax.POSTGRESQL))
                .isEqualTo(Checksum.of("SELECT 'a\nb'", Syntax.POSTGRESQL));
        assertThat(Checksum.of("SELECT \"A\" FROM b;", Syntax.POSTGRESQL)).isNotEqualTo(checksum);
        assertThat(Checksum.of("-- decant: transaction none\nSELECT a FROM b;", Syntax.POSTGRESQL))
                .isNotEqualTo(checksum);
    }

    private static String filled(String text, String name, String value) {
        return new SqlFile("m/up.sql", text)
                .filled(TextDialect.POSTGRESQL, Placeholders.of(Map.of(name, value)))
                .text();
    }

    @Test
    void placeholders_are_filled_in_statements_of_files_that_ask_and_asked_for_only_once() {
        assertThat(filled("-- ${a}\nSELECT '${a}';", "a", "b")).isEqualTo("-- ${a}\nSELECT '${a}';");
        String text = "-- decant: placeholders\n-- ${other}\nSELECT '${a}', $$${a}$$, $1, '${1}';\nSELECT 1;\n";
        String once = filled(text, "a", "x${a}");
        assertThat(once).isEqualTo("""
                -- placeholders: with the values that they had
                -- ${other}
                SELECT 'x${a}', $${a}$$, $1, '${1}';
                SELECT 1;
                """);
        assertThat(filled(once, "a", "again")).isEqualTo(once);
    }

    @Test
    void a_place_in_a_filled_statement_is_found_in_the_file() {
        Filling filling = new Filling("SELECT ${a}, nonsense", "SELECT 'long value', nonsense");
        assertThat(filling.rawPosition(1)).isEqualTo(1);
        assertThat(filling.rawPosition("SELECT 'long value', n".length())).isEqualTo("SELECT ${a}, n".length());
        assertThat(new Filling("SELECT x", "SELECT x").rawPosition(8)).isEqualTo(8);
    }

    @Test
    void placeholders_are_for_a_whole_file() {
        assertThatThrownBy(() -> steps("SELECT 1;\n-- decant: placeholders\nSELECT 2;"))
                .hasMessageStartingWith("DCT-221 m/up.sql:2:1: placeholders are for a whole file");
    }

    @Test
    void of_a_class_only_its_tokens_count_for_the_checksum() {
        SqlFile file = new SqlFile("m/up.sql", "-- decant: java A");
        assertThat(checksum(file, "class A { String s = \"/* x */\"; }"))
                .isEqualTo(checksum(file, "// a\r\nclass A\r\n{ String s /* b */ = \"/* x */\";\n}"))
                .isNotEqualTo(checksum(file, "class A { String s = \"/* y */\"; }"))
                .isNotEqualTo(file.checksum(Syntax.POSTGRESQL));
        assertThat(checksum(file, "char c = '\"'; /* a */ int b;")).isEqualTo(checksum(file, "char c = '\"'; int b;"));
    }

    private static String checksum(SqlFile file, String source) {
        return file.with(List.of(new JavaFile("m/A.java", source, Map.of()))).checksum(Syntax.POSTGRESQL);
    }
}
