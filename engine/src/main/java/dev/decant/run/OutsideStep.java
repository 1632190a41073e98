package dev.decant.run;

import dev.decant.database.StatementProbe;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.history.Mark;
import dev.decant.journal.Checksum;
import dev.decant.journal.SqlStep;
import dev.decant.sql.ScriptStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Runs a step outside of a transaction: each statement is noted before it begins and after it ends, so that a run which comes after a crash
 * knows what is done, what is not, and about which one statement nobody knows.
 */
final class OutsideStep {
    private final Session session;
    private final Task task;
    private final SqlStep step;
    private final Progress progress;
    private int done;

    OutsideStep(Session session, Task task, SqlStep step, Progress progress) {
        this.session = session;
        this.task = task;
        this.step = step;
        this.progress = progress;
    }

    /** How many statements are done. */
    int done() {
        return done;
    }

    void run() throws SQLException {
        for (int number = 1; number <= step.statements().size(); number++) {
            if (isToBeRun(number)) {
                run(number);
            } else {
                session.tell(new RunEvent.StatementSkipped(task.id(), number));
            }
            done = number;
        }
    }

    private void run(int number) throws SQLException {
        note(number, Mark.State.STARTED);
        try {
            new StatementRun(session, task).run(step, number);
        } catch (RefusedException e) {
            if (session.isAlive()) {
                note(number, Mark.State.FAILED);
            }
            throw e;
        }
        note(number, Mark.State.DONE);
    }

    private boolean isToBeRun(int number) throws SQLException {
        Optional<Mark.State> state = progress.mark(step, number).map(Mark::state);
        if (state.isEmpty()) {
            return true;
        }
        return switch (state.get()) {
            case DONE -> false;
            case FAILED -> true;
            case STARTED -> isToBeRunAgain(number);
        };
    }

    /** Finds out about a statement whose end nobody saw. */
    private boolean isToBeRunAgain(int number) throws SQLException {
        ScriptStatement statement = step.statements().get(number - 1);
        StatementProbe.Outcome outcome = session.database().probe().outcome(session.connection(), statement.text());
        boolean again = switch (outcome) {
            case DONE -> false;
            case NOT_DONE -> true;
            case UNKNOWN -> isToBeRunBlindly(statement);
        };
        if (!again) {
            note(number, Mark.State.DONE);
        }
        return again;
    }

    private boolean isToBeRunBlindly(ScriptStatement statement) {
        return switch (session.settings().interrupted()) {
            case STOP -> throw unknown(statement);
            case RUN_AGAIN -> true;
            case TAKE_AS_DONE -> false;
        };
    }

    private DecantException unknown(ScriptStatement statement) {
        return Failure.of(
                        "DCT-525",
                        "an earlier run was interrupted in this statement, and the database does not tell whether it is done")
                .at(Spot.in(task.file(), statement, OptionalInt.empty()).toString())
                .next("look whether it is, then say so: --interrupted=done, or --interrupted=again to run it again")
                .exception();
    }

    private void note(int number, Mark.State state) throws SQLException {
        String checksum = Checksum.of(
                step.statements().get(number - 1).text(),
                session.database().dialect().syntax());
        Mark mark = new Mark(step.name(), number, checksum, state);
        session.history().marks().put(session.connection(), task.id(), task.direction(), mark, session.now());
    }
}
