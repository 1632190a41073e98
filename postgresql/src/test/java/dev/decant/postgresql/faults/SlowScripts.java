package dev.decant.postgresql.faults;

import dev.decant.journal.Migration;
import dev.decant.testkit.run.RunnerLab;

/** Hooks, a class, and repeatable scripts that take their time, so that a process is killed in the middle of them. */
final class SlowScripts implements Scenario {
    private static final String CLASS = """
            import dev.decant.migration.JavaMigration;
            import java.sql.*;

            public final class Slow implements JavaMigration {
                @Override
                public void up(Connection connection) throws SQLException {
                    try (Statement statement = connection.createStatement()) {
                        for (int id = 1; id <= 5; id++) {
                            statement.execute("INSERT INTO diary SELECT 'class' FROM pg_sleep(0.06)");
                        }
                    }
                }
            }
            """;

    @Override
    public String template() {
        return "CREATE TABLE diary (what text); CREATE TABLE moment (what text PRIMARY KEY);";
    }

    @Override
    public void write(RunnerLab lab) {
        lab.script("hooks/before-migrate.sql", """
                INSERT INTO moment VALUES ('begun') ON CONFLICT DO NOTHING;
                SELECT pg_sleep(0.2);
                """);
        lab.script("hooks/after-each.sql", "INSERT INTO diary SELECT 'each' FROM pg_sleep(0.1);");
        lab.script("hooks/after-migrate.sql", """
                INSERT INTO moment SELECT 'ended' FROM pg_sleep(0.2) ON CONFLICT DO NOTHING;
                """);
        lab.script("repeatable/a.sql", """
                INSERT INTO diary VALUES ('a');
                INSERT INTO diary SELECT 'more of a' FROM pg_sleep(0.2);
                """);
        Migration slow = lab.add("slow", "INSERT INTO diary VALUES ('before');\n-- decant: java Slow", """
                DELETE FROM diary;
                DELETE FROM moment;
                DELETE FROM decant.migration_script WHERE kind = 'repeatable';
                """);
        lab.write(slow, "Slow.java", CLASS);
    }
}
