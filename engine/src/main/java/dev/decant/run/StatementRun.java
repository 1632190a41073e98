package dev.decant.run;

import dev.decant.journal.SqlStep;
import dev.decant.sql.ScriptStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/** Runs single statements of a task and tells of them. */
record StatementRun(Session session, Task task) {
    /** Runs a statement of a step, by its number from 1. */
    void run(SqlStep step, int number) throws RefusedException {
        ScriptStatement statement = step.statements().get(number - 1);
        int total = step.statements().size();
        session.tell(new RunEvent.StatementStarted(task.id(), statement.text(), statement.line(), number, total));
        long start = System.nanoTime();
        OptionalLong rows = execute(statement);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        session.tell(new RunEvent.StatementFinished(task.id(), number, duration, rows));
    }

    private OptionalLong execute(ScriptStatement statement) throws RefusedException {
        try {
            return session.execute(
                    statement.text(), notice -> session.tell(new RunEvent.ServerNotice(task.id(), notice)));
        } catch (SQLException e) {
            throw new RefusedException(statement, e);
        }
    }
}
