package dev.decant.sqlite;

import dev.decant.journal.Migration;
import dev.decant.testkit.run.RunnerLab;

/** An SQLite database with rows, and migrations with every kind of step and script, none of which can run twice, or by half, without a trace. */
final class EverySqliteStep {
    static final String TEMPLATE = """
            CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT NOT NULL, balance INTEGER NOT NULL);
            INSERT INTO account WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
                SELECT i, 'name ' || i, i FROM n;
            CREATE TABLE log (what TEXT);
            CREATE TABLE moment (what TEXT PRIMARY KEY);
            """;

    private static final String CLASS = """
            import dev.decant.migration.JavaMigration;
            import java.sql.*;

            public final class Doubled implements JavaMigration {
                @Override
                public void up(Connection connection) throws SQLException {
                    try (PreparedStatement update = connection.prepareStatement("UPDATE account SET balance = balance * 2 WHERE id = ?")) {
                        for (int id = 1; id <= 200; id++) {
                            update.setInt(1, id);
                            update.executeUpdate();
                        }
                    }
                }

                @Override
                public void down(Connection connection) throws SQLException {
                    connection.createStatement().execute("UPDATE account SET balance = balance / 2");
                }
            }
            """;

    private EverySqliteStep() {}

    static void write(RunnerLab lab) {
        lab.script("hooks/before-migrate.sql", "INSERT INTO moment VALUES ('begun') ON CONFLICT DO NOTHING;");
        lab.script("hooks/after-each.sql", "INSERT INTO log VALUES ('each');");
        lab.script("hooks/after-migrate.sql", "INSERT INTO moment VALUES ('ended') ON CONFLICT DO NOTHING;\nVACUUM;");
        lab.script("repeatable/a.sql", "INSERT INTO log VALUES ('a');\nINSERT INTO log VALUES ('more of a');");
        lab.add("whole", """
                CREATE TABLE note (id INTEGER PRIMARY KEY, account_id INTEGER REFERENCES account, word TEXT);
                INSERT INTO note VALUES (1, 1, 'one');
                INSERT INTO note VALUES (2, 2, 'two');
                UPDATE account SET balance = balance + 1;
                CREATE INDEX note_account ON note (account_id);
                """, "DROP TABLE note;\nUPDATE account SET balance = balance - 1;");
        Migration steps = lab.add("steps", """
                -- decant: step rebuild
                CREATE TABLE account_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, balance INTEGER NOT NULL CHECK (balance > 0));
                INSERT INTO account_new SELECT * FROM account;
                DROP TABLE account;
                ALTER TABLE account_new RENAME TO account;
                -- decant: step double
                -- decant: java Doubled
                INSERT INTO log VALUES ('doubled');
                """, """
                -- decant: java Doubled
                DELETE FROM log;
                DELETE FROM moment;
                DELETE FROM decant_migration_script WHERE kind = 'repeatable';
                """);
        lab.write(steps, "Doubled.java", CLASS);
        lab.write(steps, "verify.sql", "SELECT id FROM account WHERE balance <> 2 * (id + 1);");
        lab.add("outside", """
                -- decant: transaction none
                INSERT INTO note VALUES (3, 3, 'three');
                VACUUM;
                UPDATE account SET balance = balance + 7;
                """, """
                UPDATE account SET balance = balance - 7;
                DELETE FROM note WHERE id = 3;
                """);
    }
}
