package dev.decant.run;

import dev.decant.database.ConnectionSource;
import dev.decant.database.Database;
import dev.decant.database.ServerError;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.journal.SqlFile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the {@code before.sql} of the migrations that have not run, without running anything: in transactions that only read where the database
 * has such, and that are undone in any case. Takes no lock of the runners.
 */
public final class Preflight {
    private final Access access;

    /** Asks in a database. */
    public Preflight(Database database, ConnectionSource source, RunSettings settings) {
        this.access = new Access(database, source, settings, RunListener.SILENT);
    }

    /** What came of one question. */
    public sealed interface Answer {
        /** The migration for which it was asked. */
        String migration();

        /**
         * It was answered.
         *
         * @param migration the migration
         * @param verdict the answer
         */
        record Given(String migration, Verdict verdict) implements Answer {}

        /**
         * It could not be asked; most often since it is about what a migration before makes.
         *
         * @param migration the migration
         * @param place where the question stands
         * @param reason what the server said
         */
        record Missing(String migration, String place, String reason) implements Answer {}
    }

    /** Asks for each migration that has not run, in the order in which they will. */
    public List<Answer> ask(Journal journal) {
        return access.inSession(session -> {
            List<Answer> answers = new ArrayList<>();
            for (Standing standing : Tasks.compare(journal, session).pending()) {
                boolean begun = standing.entry().isPresent();
                Migration migration = standing.migration().orElseThrow();
                if (!begun && migration.assertions().before().isPresent()) {
                    ask(session, migration.id(), migration.assertions().before().get(), answers);
                }
            }
            return answers;
        });
    }

    private static void ask(Session session, String migration, SqlFile file, List<Answer> answers) throws SQLException {
        try {
            session.undo(() -> new Asking(session, migration, file)
                    .ask(verdict -> answers.add(new Answer.Given(migration, verdict))));
        } catch (RefusedException e) {
            ServerError error = session.database().explain(e.reason());
            String spot = e.spot(error).toString();
            answers.add(new Answer.Missing(migration, spot, error.message()));
        }
    }
}
