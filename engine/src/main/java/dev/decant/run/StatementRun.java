package dev.decant.run;

import dev.decant.history.Direction;
import dev.decant.journal.Filling;
import dev.decant.journal.JavaFile;
import dev.decant.journal.SqlFile;
import dev.decant.journal.SqlStep;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Runs single statements and tells of them.
 *
 * @param migration what they are run for
 * @param file where they stand
 * @param direction which way it goes
 * @param keeping spares what they drop
 */
record StatementRun(Session session, String migration, SqlFile file, Direction direction, Keeping keeping) {
    /** The statements of a task. */
    StatementRun(Session session, Task task) {
        this(session, task.id(), task.file(), task.direction(), new Keeping(session, task.id(), task.direction()));
    }

    /** Runs a statement of a step, by its number from 1. */
    void run(SqlStep step, int number) throws SQLException {
        run(StepStatement.of(step, number));
    }

    /** Runs a statement. */
    void run(StepStatement statement) throws SQLException {
        limit(statement);
        started(statement);
        finish(statement);
    }

    /** Sets how long a statement may wait and run. */
    void limit(StepStatement statement) throws SQLException {
        session.limit(statement.text(), statement.step().limitsOf(statement.statement()));
    }

    /** Tells that a statement begins. */
    void started(StepStatement statement) {
        int line = statement.statement().line();
        int total = statement.step().statements().size();
        session.tell(new RunEvent.StatementStarted(migration, statement.text(), line, statement.number(), total));
    }

    /** Runs a statement of which it is told that it begins. */
    void finish(StepStatement statement) throws SQLException {
        long start = System.nanoTime();
        OptionalLong rows = execute(statement, filling(statement));
        finished(statement, Duration.ofNanos(System.nanoTime() - start), rows);
    }

    /** Tells that a statement is done. */
    void finished(StepStatement statement, Duration duration, OptionalLong rows) {
        session.tell(new RunEvent.StatementFinished(migration, statement.number(), duration, rows));
    }

    /** Tells what the server said beside its answer. */
    void noticed(String notice) {
        session.tell(new RunEvent.ServerNotice(migration, notice));
    }

    /** Runs a statement in a transaction of its own that is open. */
    void runAlone(SqlStep step, int number) throws SQLException {
        keeping.watching(() -> run(step, number));
    }

    /** Runs what clears away, or brings to its end, what an earlier attempt has left of a statement. */
    void clear(SqlStep step, int number, String sql) throws SQLException {
        StepStatement statement = StepStatement.of(step, number);
        limit(statement);
        session.tell(new RunEvent.LeftoverCleared(migration, sql));
        execute(statement, new Filling(statement.text(), sql));
    }

    /** A statement as the server is to see it. */
    Filling filling(StepStatement statement) {
        return statement
                .step()
                .filling(file, statement.statement(), session.settings().placeholders());
    }

    /** That the server refused a statement. */
    RefusedException refused(StepStatement statement, Filling filling, SQLException reason) {
        return new RefusedException(file, statement.statement(), filling, reason);
    }

    private OptionalLong execute(StepStatement statement, Filling filling) throws RefusedException {
        Optional<JavaFile> called = file.called(statement.statement());
        try {
            return session.watch()
                    .over(
                            migration,
                            statement.number(),
                            () -> called.isPresent()
                                    ? call(statement, called.get())
                                    : keeping.run(
                                            filling.filled(), () -> session.execute(filling.filled(), this::noticed)));
        } catch (RefusedException e) {
            throw e;
        } catch (SQLException e) {
            throw refused(statement, filling, e);
        }
    }

    /** A class tells nobody how many rows it changed. */
    private OptionalLong call(StepStatement statement, JavaFile called) throws RefusedException {
        session.java().call(file, statement.statement(), called, direction, session.connection());
        return OptionalLong.empty();
    }
}
