package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.rule.Rule;
import dev.decant.model.rule.RuleEvent;
import dev.decant.model.trigger.TriggerState;
import dev.decant.plan.Plan;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    private static final String TABLES = """
            CREATE TABLE "T do" (id integer PRIMARY KEY, a text, b boolean);
            CREATE VIEW v AS SELECT * FROM "T do" WHERE b;
            """;

    @ParameterizedTest
    @ValueSource(strings = {"14", "15", "18"})
    void rules_with_all_that_they_have_are_read_and_made_again(String major) throws SQLException {
        Schema schema = DumpRoundTrip.check(major, TABLES + """
                CREATE RULE "where" AS ON INSERT TO v DO INSTEAD
                    INSERT INTO "T do" VALUES (new.id, 'x;y' || new.a, true) RETURNING "T do".*;
                CREATE RULE two AS ON UPDATE TO v WHERE new.id IN (SELECT id FROM "T do") AND (old.a) = 'do' DO INSTEAD (
                    UPDATE "T do" SET a = new.a, b = CASE WHEN new.b THEN true ELSE false END WHERE id = old.id;
                    DELETE FROM "T do" WHERE id = old.id + 1);
                CREATE RULE two AS ON DELETE TO "T do" WHERE old.b DO INSTEAD NOTHING;
                CREATE RULE also AS ON DELETE TO "T do" DO ALSO (SELECT 1; NOTIFY "Chan");
                ALTER TABLE "T do" DISABLE RULE two;
                ALTER TABLE "T do" ENABLE ALWAYS RULE also;
                COMMENT ON RULE two ON v IS 'it''s two';
                """);
        assertThat(schema.objects(Rule.KIND))
                .hasSize(4)
                .contains(new Rule(
                        ObjectName.of("public", "two"),
                        "T do",
                        RuleEvent.DELETE,
                        Optional.of(new Expression("old.b")),
                        true,
                        List.of(),
                        TriggerState.DISABLED,
                        ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_rule_is_replaced_in_place_and_goes_with_a_view_that_is_made_anew(String major) throws SQLException {
        Plan plan = DumpRoundTrip.between(major, TABLES + """
                        CREATE RULE r AS ON DELETE TO "T do" DO INSTEAD NOTHING;
                        CREATE RULE s AS ON DELETE TO v DO INSTEAD NOTHING; COMMENT ON RULE s ON v IS 's';
                        """, TABLES.replace("* FROM", "id, a FROM") + """
                        CREATE RULE r AS ON DELETE TO "T do" WHERE old.id > 3 DO INSTEAD UPDATE "T do" SET b = false;
                        ALTER TABLE "T do" ENABLE REPLICA RULE r; COMMENT ON RULE r ON "T do" IS 'r';
                        CREATE RULE s AS ON DELETE TO v DO INSTEAD NOTHING; COMMENT ON RULE s ON v IS 's';
                        """);
        assertThat(plan.statements().map(statement -> statement.sql()).toList())
                .contains("ALTER TABLE public.\"T do\" ENABLE REPLICA RULE r")
                .anyMatch(sql -> sql.startsWith("CREATE OR REPLACE RULE r AS ON DELETE TO public.\"T do\""))
                .anyMatch(sql -> sql.startsWith("CREATE RULE s"));
    }
}
