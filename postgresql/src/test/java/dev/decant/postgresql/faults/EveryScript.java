package dev.decant.postgresql.faults;

import dev.decant.journal.Migration;
import dev.decant.testkit.run.RunnerLab;

/** Migrations with everything around them: assertions, classes, hooks and repeatable scripts, each of which writes down that it ran. */
final class EveryScript implements Scenario {
    private static final String TEMPLATE = """
            CREATE TABLE word (id integer PRIMARY KEY, word text NOT NULL);
            INSERT INTO word SELECT i, 'word ' || i FROM generate_series(1, 100) i;
            CREATE TABLE log (what text);
            CREATE TABLE moment (what text PRIMARY KEY);
            """;

    private static final String CLASS = """
            import dev.decant.migration.JavaMigration;
            import java.sql.*;

            public final class Measure implements JavaMigration {
                @Override
                public void up(Connection connection) throws SQLException {
                    change(connection, 1);
                }

                @Override
                public void down(Connection connection) throws SQLException {
                    change(connection, -1);
                }

                private static void change(Connection connection, int by) throws SQLException {
                    try (PreparedStatement update = connection.prepareStatement("UPDATE word SET size = size + ? WHERE id = ?")) {
                        for (int id = 1; id <= 100; id++) {
                            update.setInt(1, by);
                            update.setInt(2, id);
                            update.addBatch();
                        }
                        update.executeBatch();
                    }
                }
            }
            """;

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public void write(RunnerLab lab) {
        lab.script("hooks/before-migrate.sql", "INSERT INTO moment VALUES ('begun') ON CONFLICT DO NOTHING;");
        lab.script("hooks/before-each.sql", "SET LOCAL work_mem = '8MB';");
        lab.script("hooks/after-each.sql", "INSERT INTO log VALUES ('each');");
        lab.script(
                "hooks/after-migrate.sql", "INSERT INTO moment VALUES ('ended') ON CONFLICT DO NOTHING;\nVACUUM word;");
        lab.script("repeatable/a.sql", "INSERT INTO log VALUES ('a');");
        lab.script("repeatable/b.sql", "INSERT INTO log VALUES ('b');");
        Migration steps = lab.add("steps", """
                -- decant: step column
                ALTER TABLE word ADD COLUMN size integer NOT NULL DEFAULT 0;
                -- decant: step measure
                -- decant: java Measure
                UPDATE word SET size = size * 2;
                -- decant: step index
                -- decant: transaction none
                CREATE INDEX CONCURRENTLY word_size ON word (size);
                -- decant: java Measure
                """, """
                DROP INDEX word_size;
                ALTER TABLE word DROP COLUMN size;
                """);
        lab.write(steps, "Measure.java", CLASS);
        lab.write(steps, "before.sql", "SELECT id FROM word WHERE word IS NULL;");
        lab.write(
                steps,
                "verify.sql",
                "SELECT id FROM word WHERE size <> 3;\nSELECT indisvalid FROM pg_index"
                        + " WHERE indexrelid = 'word_size'::regclass;");
        Migration whole = lab.add("whole", "UPDATE word SET size = size + 10;\n-- decant: java Measure", """
                -- decant: java Measure
                UPDATE word SET size = size - 10;
                DELETE FROM log;
                DELETE FROM moment;
                DELETE FROM decant.migration_script WHERE kind = 'repeatable';
                """);
        lab.write(whole, "Measure.java", CLASS);
        lab.write(whole, "before.sql", "SELECT id FROM word WHERE size <> 3;");
        lab.write(whole, "verify.sql", "SELECT count(*) = 100 FROM word WHERE size = 14;");
    }
}
