package dev.decant.run;

import dev.decant.journal.Filling;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Runs statements that are sent together, and tells of each as if it had been alone. */
final class VolleyRun {
    private final StatementRun runs;
    private final List<StepStatement> statements;
    private final List<Filling> fillings;
    private final Batch batch;

    /**
     * Runs such statements.
     *
     * @param runs knows how one is run and told
     */
    VolleyRun(StatementRun runs, List<StepStatement> statements) {
        this.runs = runs;
        this.statements = statements;
        this.fillings = statements.stream().map(runs::filling).toList();
        this.batch = new Batch(fillings.stream().map(Filling::filled).toList());
    }

    /** Runs them; in a failure of one, all are undone with their transaction. */
    void run() throws SQLException {
        Session session = runs.session();
        StepStatement head = statements.getFirst();
        runs.limit(head);
        runs.started(head);
        long start = System.nanoTime();
        try {
            int[] rows =
                    session.watch().over(runs.migration(), head.number(), () -> batch.send(session, runs::noticed));
            tell(statements.size(), start, rows);
        } catch (BatchUpdateException e) {
            OptionalInt culprit = session.database().culprit(e, batch.statements());
            tell(culprit.orElse(0), start, new int[0]);
            throw refused(culprit, e);
        }
    }

    /**
     * Tells that so many of them are done, and that the one behind began.
     *
     * @param rows how many rows each changed, where that is known
     */
    private void tell(int done, long start, int[] rows) {
        Duration each = Duration.ofNanos((System.nanoTime() - start) / Math.max(1, done));
        for (int i = 0; i < Math.min(done + 1, statements.size()); i++) {
            if (i > 0) {
                runs.started(statements.get(i));
            }
            if (i < done) {
                OptionalLong changed = i < rows.length ? OptionalLong.of(Math.max(0, rows[i])) : OptionalLong.empty();
                runs.finished(statements.get(i), each, changed);
            }
        }
    }

    /** What a driver says that does not tell which one it is is said of the first. */
    private RefusedException refused(OptionalInt culprit, BatchUpdateException e) {
        boolean named = culprit.isPresent() && e.getNextException() != null;
        int index = culprit.orElse(0);
        return runs.refused(statements.get(index), fillings.get(index), named ? e.getNextException() : e);
    }
}
