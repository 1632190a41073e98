package org.omi.odr.db;

import dev.decant.database.Scope;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.model.Schema;
import dev.decant.postgresql.PostgresqlDatabase;
import dev.decant.run.RunListener;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import dev.decant.testkit.postgresql.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Migrations and the database in which they run. */
final class LiveJournal {
    private final Journal journal;
    private final TestDatabase database;
    private final Runner runner;

    LiveJournal(Journal journal, TestDatabase database) {
        this.journal = journal;
        this.database = database;
        this.runner = new Runner(new PostgresqlDatabase(), database::open, RunSettings.USUAL, RunListener.SILENT);
    }

    /** Runs a migration, and those before it that have not run. */
    void up(Migration migration) {
        runner.migrateTo(journal, migration.id());
    }

    /** Takes back the migration that ran last. */
    void down() {
        runner.rollback(1);
    }

    /** Which migrations have run and are not taken back. */
    int applied() {
        return journal.migrations().size() - runner.compare(journal).pending().size();
    }

    /** What Decant finds in the database. */
    Schema inspect() throws SQLException {
        try (Connection connection = database.open()) {
            return new PostgresqlDatabase().inspect(connection, Scope.EVERYTHING);
        }
    }
}
