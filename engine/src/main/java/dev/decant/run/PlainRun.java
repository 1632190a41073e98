package dev.decant.run;

import dev.decant.failure.DecantException;
import dev.decant.journal.SqlStep;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs a file of which the history does not say how far it has come: each of its steps in a transaction where it can be. */
final class PlainRun {
    private final Session session;
    private final Task task;
    private final int behind;
    private final StatementRun statements;
    private final List<String> kept = new ArrayList<>();

    /**
     * Runs a file.
     *
     * @param behind how many migrations and scripts are to run behind it
     */
    PlainRun(Session session, Task task, int behind) {
        this.session = session;
        this.task = task;
        this.behind = behind;
        this.statements = new StatementRun(session, task);
    }

    void run() {
        try {
            for (SqlStep step : task.file().steps(session.database().dialect())) {
                session.tell(new RunEvent.StepStarted(
                        task.id(),
                        step.name(),
                        step.transactional(),
                        step.statements().size()));
                run(step);
                kept.add("the step " + step.name());
            }
        } catch (RefusedException e) {
            throw failed(report().refused(e));
        } catch (SQLException e) {
            throw failed(report().ended(e));
        } catch (DecantException e) {
            throw failed(report().ended(e));
        }
    }

    private void run(SqlStep step) throws SQLException {
        if (step.transactional()) {
            tries().run(() -> session.transaction(guard -> new InsideStep(statements, step).run(guard)));
            return;
        }
        for (int number = 1; number <= step.statements().size(); number++) {
            int next = number;
            session.requireWanted();
            tries().run(() -> statements.run(step, next));
        }
    }

    private Tries tries() {
        return new Tries(session, task.id());
    }

    private FailureReport report() {
        return new FailureReport(session, task, behind, kept);
    }

    private MigrationFailedException failed(MigrationFailedException failure) {
        session.tell(new RunEvent.MigrationFailed(failure));
        return failure;
    }
}
