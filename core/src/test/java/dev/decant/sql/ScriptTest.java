package dev.decant.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScriptTest {
    private static final DirectiveKeys KEYS = new DirectiveKeys(Set.of("step"), Set.of("transaction", "timeout"));

    private static Script script(String text) {
        return Script.parse(text, Syntax.POSTGRESQL, KEYS);
    }

    private static List<String> statements(String text, Syntax syntax) {
        return Script.parse(text, syntax, KEYS).statements().stream()
                .map(ScriptStatement::text)
                .toList();
    }

    @Test
    void statements_are_parted_by_semicolons_and_empty_ones_vanish() {
        assertThat(statements(";; SELECT 1 ;\n;-- c\n; SELECT 2;/* d */;", Syntax.POSTGRESQL))
                .containsExactly("SELECT 1", "SELECT 2");
        assertThat(script(" \n-- nothing\n").sections()).isEmpty();
        assertThat(script("").sections()).isEmpty();
    }

    @Test
    void a_directive_can_stand_in_the_place_of_a_statement() {
        DirectiveKeys keys = new DirectiveKeys(Set.of("step"), Set.of("timeout"), Set.of("call"));
        Script script = Script.parse(
                "-- why\n-- decant: call  Fill\nSELECT 1;\n-- decant: timeout 1s\n-- decant: call Empty\n",
                Syntax.POSTGRESQL,
                keys);
        assertThat(script.statements())
                .extracting(ScriptStatement::text)
                .containsExactly("call Fill", "SELECT 1", "call Empty");
        assertThat(script.statements().getFirst().comment()).isEqualTo("-- why");
        assertThat(script.statements().getLast().line()).isEqualTo(5);
        assertThat(script.statements().getLast().directives())
                .extracting(Directive::key)
                .containsExactly("timeout", "call");
    }

    @Test
    void a_last_statement_needs_no_semicolon() {
        assertThat(statements("SELECT 1; SELECT 2 -- two\n", Syntax.POSTGRESQL))
                .containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void a_byte_order_mark_belongs_to_no_statement() {
        assertThat(statements("\uFEFFSELECT 1;", Syntax.POSTGRESQL)).containsExactly("SELECT 1");
    }

    @Test
    void semicolons_in_quotes_comments_and_parentheses_part_nothing() {
        String statement = "SELECT ';', \";\", $$;$$, $a$;$$;$a$, E'\\';' /* ; /* ; */ ; */ -- ;\n, (SELECT 1;)";
        assertThat(statements(statement + ";SELECT 2", Syntax.POSTGRESQL)).containsExactly(statement, "SELECT 2");
        String rule = "CREATE RULE r AS ON UPDATE TO t DO ALSO (INSERT INTO a VALUES (1); DELETE FROM b)";
        assertThat(statements(rule + ";", Syntax.POSTGRESQL)).containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END",
                "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC END",
                "CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC\n"
                        + " SELECT CASE WHEN a = 1 THEN CASE a WHEN 1 THEN 2 END ELSE 3 END; SELECT 4; END",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT t.end, 1 AS end, \"end\", 2 end FROM t; /* x */ END",
                "CREATE FUNCTION f(begin int) RETURNS int BEGIN ATOMIC SELECT begin; END",
                "CREATE FUNCTION f() RETURNS int AS $$ BEGIN RETURN 1; END; $$ LANGUAGE plpgsql",
                "CREATE FUNCTION f() RETURNS int AS 'BEGIN RETURN ''1''; END;' LANGUAGE plpgsql",
                "CREATE TABLE begin (atomic int, \"end\" int, CHECK (CASE WHEN atomic > 1 THEN true END))",
                "CREATE FUNCTION f() RETURNS int RETURN CASE WHEN true THEN 1 END",
                "CREATE VIEW v AS SELECT CASE WHEN a THEN b END FROM begin",
                "BEGIN",
                "DO $do$ BEGIN PERFORM 1; END $do$",
            })
    void a_statement_of_postgresql_stays_whole(String statement) {
        assertThat(statements("SELECT 1;" + statement + ";SELECT 2;", Syntax.POSTGRESQL))
                .containsExactly("SELECT 1", statement, "SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET b = CASE WHEN c THEN 1 ELSE 2 END; DELETE FROM d; END",
                "CREATE TEMP TRIGGER IF NOT EXISTS t BEFORE UPDATE OF end ON a FOR EACH ROW WHEN new.b > 1"
                        + " BEGIN SELECT RAISE(ABORT, ';'); END",
                "create temporary trigger t after delete on begin begin select old.end; select 1; end",
                "CREATE TABLE trigger (begin int, end int)",
                "CREATE TABLE t (a, b AS (CASE WHEN a THEN 1 END))",
                "DROP TRIGGER t",
                "BEGIN IMMEDIATE",
                "END",
            })
    void a_statement_of_sqlite_stays_whole(String statement) {
        assertThat(statements("SELECT 1;" + statement + ";SELECT 2;", Syntax.SQLITE))
                .containsExactly("SELECT 1", statement, "SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END",
                "CREATE DEFINER=`a`@`b` PROCEDURE p(IN begin INT, OUT end INT) BEGIN SELECT begin, end INTO end; END",
                "CREATE PROCEDURE p() outer_block: BEGIN BEGIN SELECT 1; END; END outer_block",
                "CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; ELSEIF b THEN SELECT 2; ELSE IF c THEN SELECT 3; END IF; END IF; END",
                "CREATE PROCEDURE p() BEGIN CASE a WHEN 1 THEN SELECT 1; ELSE SELECT 2; END CASE; END",
                "CREATE PROCEDURE p() BEGIN SET a = CASE WHEN b THEN IF(c, 1, 2) ELSE REPEAT('x', 2) END; SELECT 1; END",
                "CREATE PROCEDURE p() BEGIN l: LOOP LEAVE l; END LOOP l; WHILE a DO SELECT 1; END WHILE; SELECT 2; END",
                "CREATE PROCEDURE p() BEGIN REPEAT SET a = a + 1; UNTIL a > 5 END REPEAT; SELECT 1; END",
                "CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END; SELECT 1; END",
                "CREATE PROCEDURE p() BEGIN FOR r IN (SELECT 1) DO SELECT r.a; END FOR; SELECT 1; END",
                "CREATE FUNCTION f() RETURNS int DETERMINISTIC RETURN CASE WHEN a THEN 1 END",
                "CREATE FUNCTION f() RETURNS int RETURN IF(a, 1, 2)",
                "CREATE FUNCTION f() RETURNS int READS SQL DATA COMMENT 'x' IF a THEN RETURN 1; END IF",
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW IF NEW.b THEN SET NEW.c = 1; END IF",
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.c = CASE WHEN NEW.b THEN 1 END",
                "CREATE PROCEDURE IF NOT EXISTS p() SELECT 1",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM a; DELETE FROM b; END",
                "CREATE VIEW v AS SELECT event, begin, CASE WHEN a THEN b END FROM t",
                "CREATE TABLE t (begin INT, end INT, event INT)",
                "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END",
                "BEGIN",
            })
    void a_statement_of_mysql_stays_whole(String statement) {
        assertThat(statements("SELECT 1;" + statement + ";SELECT 2;", Syntax.MYSQL))
                .containsExactly("SELECT 1", statement, "SELECT 2");
    }

    @Test
    void a_delimiter_line_changes_what_parts_statements() {
        String text = """
                DELIMITER //
                CREATE PROCEDURE p() BEGIN SELECT 1; END//
                CREATE PROCEDURE q() BEGIN SELECT ( ; //
                delimiter ;
                SELECT 2;
                DELIMITER $$
                CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.b = 1; END$$
                SELECT 3""";
        assertThat(statements(text, Syntax.MYSQL))
                .containsExactly(
                        "CREATE PROCEDURE p() BEGIN SELECT 1; END",
                        "CREATE PROCEDURE q() BEGIN SELECT ( ;",
                        "SELECT 2",
                        "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.b = 1; END",
                        "SELECT 3");
    }

    @Test
    void a_last_body_may_end_without_the_chosen_delimiter() {
        assertThat(statements("DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END", Syntax.MYSQL))
                .containsExactly("CREATE PROCEDURE p() BEGIN SELECT 1; END");
    }

    @Test
    void what_mysql_obeys_in_a_comment_is_a_statement() {
        assertThat(statements("/*!40101 SET NAMES utf8 */;\n/* note */;", Syntax.MYSQL))
                .containsExactly("/*!40101 SET NAMES utf8 */");
    }

    @Test
    void comments_belong_to_the_statement_after_them_or_on_their_line() {
        Script script = script("""
                -- The first.
                /* And more. */
                SELECT 1; -- one
                -- The second.

                SELECT -- inside
                  2; /* three */ SELECT 3;
                """);
        assertThat(script.statements())
                .extracting(ScriptStatement::comment)
                .containsExactly("-- The first.\n/* And more. */\n-- one", "-- The second.", "/* three */");
        assertThat(script.statements())
                .extracting(ScriptStatement::text)
                .containsExactly("SELECT 1", "SELECT -- inside\n  2", "SELECT 3");
    }

    @Test
    void a_statement_knows_its_place() {
        ScriptStatement second =
                script("SELECT 1;\r\n  -- é\r\n  SELECT\n  😀, x;").statements().get(1);
        assertThat(second.line()).isEqualTo(3);
        assertThat(second.column()).isEqualTo(3);
        assertThat(second.lineAt(1)).isEqualTo(3);
        assertThat(second.lineAt(7)).isEqualTo(3);
        assertThat(second.lineAt(8)).isEqualTo(4);
        assertThat(second.lineAt(999)).isEqualTo(4);
    }

    @Test
    void directives_are_for_the_script_the_section_or_the_next_statement() {
        Script script = script("""
                -- decant: transaction each
                -- decant: step expand
                -- decant:timeout   5  s
                ALTER TABLE a ADD b int;
                -- decant: transaction none
                -- why
                CREATE INDEX CONCURRENTLY i ON a (b);
                --decant: STEP contract
                -- decant: step empty
                """);
        assertThat(script.directive("transaction").orElseThrow().value()).isEqualTo("each");
        assertThat(script.sections())
                .extracting(section -> section.heading().orElseThrow().value())
                .containsExactly("expand", "contract", "empty");
        ScriptSection expand = script.sections().getFirst();
        assertThat(expand.directive("timeout").orElseThrow().value()).isEqualTo("5 s");
        assertThat(expand.statements().get(0).directives()).isEmpty();
        assertThat(expand.statements().get(1).directives()).containsExactly(new Directive("transaction", "none", 5, 1));
        assertThat(expand.statements().get(1).comment()).isEqualTo("-- why");
        assertThat(script.sections().getLast().statements()).isEmpty();
    }

    @Test
    void statements_before_the_first_heading_are_a_section_of_their_own() {
        Script script = script("SELECT 1;\n-- decant: step b\nSELECT 2;");
        assertThat(script.sections()).hasSize(2);
        assertThat(script.sections().getFirst().heading()).isEmpty();
    }

    @Test
    void what_looks_like_a_directive_in_a_string_is_text() {
        assertThat(statements("SELECT '\n-- decant: nonsense\n', $$\n-- decant: nonsense\n$$", Syntax.POSTGRESQL))
                .hasSize(1);
        assertThat(statements("/*\n-- decant: nonsense\n*/ SELECT 1 -- not decant: x", Syntax.POSTGRESQL))
                .hasSize(1);
    }

    @Test
    void an_unknown_directive_is_an_error_that_names_the_nearest_known_one() {
        assertProblem(
                "SELECT 1;\n  -- decant: transacton none",
                "DCT-358 line 2, column 3: ",
                "\"transacton\"",
                "did you mean \"transaction\"?");
        assertProblem("-- decant: zzzzzzz", "DCT-358", "known are: step, timeout, transaction");
    }

    @Test
    void a_directive_must_stand_where_it_means_something() {
        assertProblem("-- decant:\nSELECT 1", "DCT-359 line 1", "-- decant: KEY VALUE");
        assertProblem("SELECT 1; -- decant: step b", "DCT-359 line 1, column 11");
        assertProblem("SELECT\n-- decant: step b\n1", "DCT-360 line 2", "inside the statement that begins on line 1");
        assertProblem("SELECT 1;\n-- decant: transaction none\n", "DCT-360 line 2");
        assertProblem("SELECT 1;\n-- decant: timeout 1\n-- decant: step b\n", "DCT-360 line 2");
        assertProblem("-- decant: timeout 1\n-- decant: timeout 2\n", "DCT-360 line 2", "set twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\i other.sql", "\\copy t FROM 'x'", "\\.", "\\connect db", "SELECT 1 \\gset"})
    void a_command_to_psql_is_refused(String line) {
        assertProblem("SELECT 1;\n" + line + "\n", "DCT-356 line 2", "client program");
    }

    @Test
    void copy_from_stdin_is_refused_before_its_rows_are_read() {
        assertProblem("SELECT 1;\ncopy t (a, b)\n from stdin;\nit's\trow\n\\.\n", "DCT-357 line 3, column 7", "INSERT");
        assertThat(statements("COPY t FROM '/x'; COPY (SELECT 1) TO STDOUT;", Syntax.POSTGRESQL))
                .hasSize(2);
    }

    @Test
    void a_body_that_never_ends_is_an_error_at_the_statement() {
        assertProblem(
                "\nCREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;\nSELECT 2;", "DCT-355 line 2, column 1");
        assertThatThrownBy(
                        () -> statements("CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2;", Syntax.SQLITE))
                .hasMessageContaining("DCT-355 line 1");
        assertThatThrownBy(() -> statements("CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END;", Syntax.MYSQL))
                .hasMessageContaining("DCT-355 line 1");
    }

    private static void assertProblem(String text, String... parts) {
        assertThatThrownBy(() -> script(text))
                .isInstanceOf(SqlSyntaxException.class)
                .message()
                .contains(parts);
    }
}
