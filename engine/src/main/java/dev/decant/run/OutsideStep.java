package dev.decant.run;

import dev.decant.database.StatementProbe.Outcome;
import dev.decant.dialect.Ability;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.history.Mark;
import dev.decant.journal.Checksum;
import dev.decant.journal.SqlStep;
import dev.decant.sql.ScriptStatement;
import dev.decant.sql.StatementTraits;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Runs a step that is no transaction, statement by statement. One that a transaction can hold gets one of its own, with the note that it is
 * done. Any other is noted before it begins and after it ends, so that a run which comes after a crash knows about which one statement
 * nobody knows, and asks the database what became of that.
 */
final class OutsideStep {
    private final Session session;
    private final Task task;
    private final SqlStep step;
    private final Progress progress;
    private final StatementRun statements;
    private int done;

    OutsideStep(Session session, Task task, SqlStep step, Progress progress) {
        this.session = session;
        this.task = task;
        this.step = step;
        this.progress = progress;
        this.statements = new StatementRun(session, task);
    }

    /** How many statements are done. */
    int done() {
        return done;
    }

    void run() throws SQLException {
        for (int number = 1; number <= step.statements().size(); number++) {
            int next = number;
            Optional<Mark.State> state = progress.mark(step, number).map(Mark::state);
            if (state.equals(Optional.of(Mark.State.DONE))) {
                session.tell(new RunEvent.StatementSkipped(task.id(), number));
                done = number;
                continue;
            }
            session.requireWanted();
            if (isAlone(number)) {
                new Tries(session, task.id()).run(() -> runAlone(next, state));
            } else {
                new Tries(session, task.id()).run(() -> runNoted(next));
            }
            done = number;
        }
    }

    /** Whether no transaction can hold the statement. */
    private boolean isAlone(int number) {
        StatementTraits traits = session.database().dialect().traits();
        String sql = statement(number).text();
        return !session.database().dialect().can(Ability.UNDO_DDL)
                || traits.runsOutsideTransaction(sql)
                || traits.mayEndTransactions(sql);
    }

    private ScriptStatement statement(int number) {
        return step.statements().get(number - 1);
    }

    private void runNoted(int number) throws SQLException {
        session.commit(() -> {
            statements.runAlone(step, number);
            put(number, Mark.State.DONE);
        });
    }

    private void runAlone(int number, Optional<Mark.State> state) throws SQLException {
        boolean inDoubt = state.equals(Optional.of(Mark.State.STARTED));
        Outcome outcome = outcome(number);
        switch (outcome) {
            case Outcome.Done done when inDoubt -> pass(number);
            case Outcome.Halfway halfway -> {
                clear(number, halfway.finishing());
                pass(number);
            }
            case Outcome.NotDone clearing -> {
                clear(number, clearing.clearing());
                execute(number);
            }
            case Outcome.Unknown unknown when inDoubt -> decide(number);
            case Outcome.Done done -> execute(number);
            case Outcome.Unknown unknown -> execute(number);
            case Outcome.Running running -> throw new IllegalStateException("still carried out by " + running.who());
        }
    }

    /** What became of it, once nobody works on it any more. */
    private Outcome outcome(int number) throws SQLException {
        Pauses pauses = Pauses.ofAsking(session::isInterrupted);
        long start = System.nanoTime();
        while (true) {
            Outcome outcome = session.database()
                    .probe()
                    .outcome(
                            session.connection(),
                            statements.filling(StepStatement.of(step, number)).filled());
            if (!(outcome instanceof Outcome.Running running)) {
                return outcome;
            }
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            session.tell(new RunEvent.LockWaiting(Optional.of(running.who()), waited));
            pauses.sleep(Duration.ofSeconds(1));
            session.requireWanted();
        }
    }

    private void execute(int number) throws SQLException {
        note(number, Mark.State.STARTED);
        try {
            statements.run(step, number);
        } catch (RefusedException e) {
            if (session.isAlive()) {
                note(number, Mark.State.FAILED);
            }
            throw e;
        }
        note(number, Mark.State.DONE);
    }

    private void clear(int number, List<String> sql) throws SQLException {
        for (String each : sql) {
            statements.clear(step, number, each);
        }
    }

    private void pass(int number) throws SQLException {
        note(number, Mark.State.DONE);
        session.tell(new RunEvent.StatementSkipped(task.id(), number));
    }

    private void decide(int number) throws SQLException {
        switch (session.settings().interrupted()) {
            case STOP -> throw unknown(statement(number));
            case RUN_AGAIN -> execute(number);
            case TAKE_AS_DONE -> pass(number);
        }
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
        session.commit(() -> put(number, state));
    }

    private void put(int number, Mark.State state) throws SQLException {
        String checksum = Checksum.of(
                statement(number).text(), session.database().dialect().syntax());
        Mark mark = new Mark(step.name(), number, checksum, state);
        session.history().marks().put(session.connection(), task.id(), task.direction(), mark, session.now());
    }
}
