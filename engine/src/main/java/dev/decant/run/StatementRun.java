package dev.decant.run;

import dev.decant.journal.SqlStep;
import dev.decant.sql.ScriptStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/** Runs single statements of a task and tells of them. */
record StatementRun(Session session, Task task) {
    /** Runs a statement of a step, by its number from 1. */
    void run(SqlStep step, int number) throws SQLException {
        ScriptStatement statement = step.statements().get(number - 1);
        int total = step.statements().size();
        session.limit(statement.text(), step.limitsOf(statement));
        session.tell(new RunEvent.StatementStarted(task.id(), statement.text(), statement.line(), number, total));
        long start = System.nanoTime();
        OptionalLong rows = execute(statement, statement.text(), number);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        session.tell(new RunEvent.StatementFinished(task.id(), number, duration, rows));
    }

    /** Runs what clears away, or brings to its end, what an earlier attempt has left of a statement. */
    void clear(SqlStep step, int number, String sql) throws SQLException {
        ScriptStatement statement = step.statements().get(number - 1);
        session.limit(statement.text(), step.limitsOf(statement));
        session.tell(new RunEvent.LeftoverCleared(task.id(), sql));
        execute(statement, sql, number);
    }

    private OptionalLong execute(ScriptStatement statement, String sql, int number) throws RefusedException {
        try {
            return session.watch()
                    .over(
                            task.id(),
                            number,
                            () -> new Keeping(session, task)
                                    .run(
                                            sql,
                                            () -> session.execute(
                                                    sql,
                                                    notice -> session.tell(
                                                            new RunEvent.ServerNotice(task.id(), notice)))));
        } catch (SQLException e) {
            throw new RefusedException(statement, e);
        }
    }
}
