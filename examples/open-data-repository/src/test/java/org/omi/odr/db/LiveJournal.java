package org.omi.odr.db;

import dev.decant.database.Scope;
import dev.decant.journal.Migration;
import dev.decant.journal.SqlFile;
import dev.decant.journal.SqlStep;
import dev.decant.model.Schema;
import dev.decant.postgresql.PostgresqlDatabase;
import dev.decant.sql.ScriptStatement;
import dev.decant.testkit.postgresql.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs the files of migrations as they are written, a transaction a step. */
record LiveJournal(TestDatabase database) {
    void up(Migration migration) throws SQLException {
        run(migration.up());
    }

    void down(Migration migration) throws SQLException {
        run(migration.down());
    }

    /** What Decant finds in the database. */
    Schema inspect() throws SQLException {
        try (Connection connection = database.open()) {
            return new PostgresqlDatabase().inspect(connection, Scope.EVERYTHING);
        }
    }

    private void run(SqlFile file) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            for (SqlStep step : file.steps(Story.DIALECT)) {
                connection.setAutoCommit(!step.transactional());
                for (ScriptStatement each : step.statements()) {
                    statement.execute(each.text());
                }
                if (step.transactional()) {
                    connection.commit();
                }
            }
        }
    }
}
