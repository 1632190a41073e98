package dev.decant.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class ScriptPropertyTest {
    private static final int CASES = 4000;
    private static final List<String> STATEMENTS = List.of(
            "SELECT 1",
            "SELECT ';', $$;$$ /* ; */ -- ;\n, \"a;b\"",
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; SELECT 2; END",
            "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)",
            "INSERT INTO t VALUES (E'\\';', U&'\\003b;')",
            "BEGIN",
            "DO $x$ BEGIN NULL; END $x$");
    private static final List<String> GAPS =
            List.of("", " ", "\n", "\r\n", "-- c ; '\n", "/* ; ' /* \" */ */", ";", " ; -- '\n ;");

    @Test
    void what_is_put_together_comes_apart_again() {
        for (int index = 0; index < CASES; index++) {
            long seed = 0xBEEF_0000L + index;
            Random random = new Random(seed);
            List<String> expected = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int count = random.nextInt(8); count > 0; count--) {
                String statement = pick(STATEMENTS, random);
                text.append(pick(GAPS, random))
                        .append(statement)
                        .append(pick(GAPS, random))
                        .append(';');
                expected.add(statement);
            }
            text.append(pick(GAPS, random));
            Script script = Script.parse(text.toString(), Syntax.POSTGRESQL, DirectiveKeys.NONE);
            assertThat(script.statements())
                    .as("seed %d", seed)
                    .extracting(ScriptStatement::text)
                    .isEqualTo(expected);
            for (ScriptStatement statement : script.statements()) {
                assertThat(text.toString().startsWith(statement.text(), statement.start()))
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
    }

    @Test
    void ten_megabytes_of_statements_take_a_moment() {
        String text = "-- c\nINSERT INTO t VALUES (1, 'it''s', $$x$$);\n".repeat(250_000);
        Script script = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Script.parse(text, Syntax.POSTGRESQL, DirectiveKeys.NONE));
        assertThat(script.statements()).hasSize(250_000);
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
