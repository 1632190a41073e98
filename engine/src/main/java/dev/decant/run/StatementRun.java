package dev.decant.run;

import dev.decant.database.TransactionGuard;
import dev.decant.history.Direction;
import dev.decant.journal.Filling;
import dev.decant.journal.JavaFile;
import dev.decant.journal.SqlFile;
import dev.decant.journal.SqlStep;
import dev.decant.sql.ScriptStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
        run(step, step.statements().get(number - 1), number);
    }

    private void run(SqlStep step, ScriptStatement statement, int number) throws SQLException {
        session.limit(statement.text(), step.limitsOf(statement));
        started(step, statement, number);
        finish(step, statement, number);
    }

    private void started(SqlStep step, ScriptStatement statement, int number) {
        int total = step.statements().size();
        session.tell(new RunEvent.StatementStarted(migration, statement.text(), statement.line(), number, total));
    }

    private void finish(SqlStep step, ScriptStatement statement, int number) throws SQLException {
        long start = System.nanoTime();
        OptionalLong rows = execute(statement, filling(step, statement), number);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        session.tell(new RunEvent.StatementFinished(migration, number, duration, rows));
    }

    /** Runs all statements of a step in the transaction that is open. */
    void runAll(SqlStep step, TransactionGuard guard) throws SQLException {
        keeping.watching(() -> {
            int number = 1;
            while (number <= step.statements().size()) {
                session.requireWanted();
                Volley volley = volley(step, number);
                if (volley.isWorthwhile()) {
                    runTogether(step, volley.statements(), number);
                } else {
                    run(step, number);
                }
                guard.afterStatement(session.connection());
                number += Math.max(1, volley.statements().size());
            }
        });
    }

    private Volley volley(SqlStep step, int number) {
        return session.database().takesVolleys()
                ? Volley.from(step, number, session.database().dialect().syntax())
                : new Volley(List.of());
    }

    /** Runs statements as one; when one of them fails, runs them one by one, so that it is known which. */
    private void runTogether(SqlStep step, List<ScriptStatement> statements, int first) throws SQLException {
        ScriptStatement head = statements.getFirst();
        session.limit(head.text(), step.limitsOf(head));
        started(step, head, first);
        long start = System.nanoTime();
        Optional<int[]> rows = send(step, statements, first);
        Duration each = Duration.ofNanos((System.nanoTime() - start) / statements.size());
        for (int i = 0; i < statements.size(); i++) {
            if (i > 0) {
                started(step, statements.get(i), first + i);
            }
            if (rows.isPresent()) {
                OptionalLong changed = OptionalLong.of(Math.max(0, rows.get()[i + 1]));
                session.tell(new RunEvent.StatementFinished(migration, first + i, each, changed));
            } else {
                session.requireWanted();
                finish(step, statements.get(i), first + i);
            }
        }
    }

    private Optional<int[]> send(SqlStep step, List<ScriptStatement> statements, int first) throws RefusedException {
        List<String> sql = statements.stream()
                .map(statement -> filling(step, statement).filled())
                .toList();
        VolleyRun volley = new VolleyRun(
                session.connection(), notice -> session.tell(new RunEvent.ServerNotice(migration, notice)));
        try {
            return session.watch().over(migration, first, () -> volley.run(sql));
        } catch (SQLException e) {
            throw new RefusedException(file, statements.getFirst(), filling(step, statements.getFirst()), e);
        }
    }

    /** Runs a statement in a transaction of its own that is open. */
    void runAlone(SqlStep step, int number) throws SQLException {
        keeping.watching(() -> run(step, number));
    }

    /** Runs what clears away, or brings to its end, what an earlier attempt has left of a statement. */
    void clear(SqlStep step, int number, String sql) throws SQLException {
        ScriptStatement statement = step.statements().get(number - 1);
        session.limit(statement.text(), step.limitsOf(statement));
        session.tell(new RunEvent.LeftoverCleared(migration, sql));
        execute(statement, new Filling(statement.text(), sql), number);
    }

    /** A statement as the server is to see it. */
    Filling filling(SqlStep step, ScriptStatement statement) {
        return step.filling(file, statement, session.settings().placeholders());
    }

    private OptionalLong execute(ScriptStatement statement, Filling filling, int number) throws RefusedException {
        Optional<JavaFile> called = file.called(statement);
        try {
            return session.watch()
                    .over(
                            migration,
                            number,
                            () -> called.isPresent()
                                    ? call(statement, called.get())
                                    : keeping.run(
                                            filling.filled(),
                                            () -> session.execute(
                                                    filling.filled(),
                                                    notice -> session.tell(
                                                            new RunEvent.ServerNotice(migration, notice)))));
        } catch (RefusedException e) {
            throw e;
        } catch (SQLException e) {
            throw new RefusedException(file, statement, filling, e);
        }
    }

    /** A class tells nobody how many rows it changed. */
    private OptionalLong call(ScriptStatement statement, JavaFile called) throws RefusedException {
        session.java().call(file, statement, called, direction, session.connection());
        return OptionalLong.empty();
    }
}
