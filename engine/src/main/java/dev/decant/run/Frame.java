package dev.decant.run;

import dev.decant.database.TransactionGuard;
import dev.decant.journal.Assertions;
import dev.decant.journal.SqlFile;
import dev.decant.journal.SqlStep;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What runs in the transactions of a migration without being part of it.
 *
 * @param beforeEach a hook, as the first thing
 * @param assertions what must hold before anything of the migration has run, and what when all has
 * @param afterEach a hook, as the last thing before the history says that the migration is done
 */
record Frame(Optional<SqlFile> beforeEach, Assertions assertions, Optional<SqlFile> afterEach) {
    /** Nothing at all. */
    static final Frame NONE = new Frame(Optional.empty(), Assertions.NONE, Optional.empty());

    /**
     * The first thing in the first transaction.
     *
     * @param begun whether an earlier run has done parts of it, so that it is too late to ask what must hold before
     */
    void open(Session session, Task task, boolean begun, TransactionGuard guard) throws SQLException {
        run(beforeEach, session, task, guard);
        if (!begun && assertions.before().isPresent()) {
            new Asking(session, task.id(), assertions.before().get()).requireAll();
        }
    }

    /** The last thing in the last transaction. */
    void close(Session session, Task task, TransactionGuard guard) throws SQLException {
        if (assertions.verify().isPresent()) {
            new Asking(session, task.id(), assertions.verify().get()).requireAll();
        }
        run(afterEach, session, task, guard);
    }

    private static void run(Optional<SqlFile> hook, Session session, Task task, TransactionGuard guard)
            throws SQLException {
        Optional<SqlStep> step = Optional.empty();
        if (hook.isPresent()) {
            step = hook.get().step(session.database().dialect());
        }
        if (step.isPresent()) {
            StatementRun statements = new StatementRun(session, task.id(), hook.get(), task.direction());
            for (int number = 1; number <= step.get().statements().size(); number++) {
                statements.run(step.get(), number);
                guard.afterStatement(session.connection());
            }
        }
    }
}
