package dev.decant.run;

import dev.decant.database.TransactionGuard;
import dev.decant.journal.Assertions;
import dev.decant.journal.Hook;
import dev.decant.journal.Scripts;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What runs in the transactions of a migration without being part of it.
 *
 * @param scripts where the hooks are that run around each migration
 * @param assertions what must hold before anything of the migration has run, and what when all has
 */
record Frame(Scripts scripts, Assertions assertions) {
    /** Nothing at all. */
    static final Frame NONE = new Frame(Scripts.NONE, Assertions.NONE);

    /**
     * The first thing in the first transaction.
     *
     * @param begun whether an earlier run has done parts of it, so that it is too late to ask what must hold before
     */
    void open(Session session, Task task, boolean begun, TransactionGuard guard) throws SQLException {
        run(Hook.BEFORE_EACH, session, task, guard);
        if (!begun && assertions.before().isPresent()) {
            new Asking(session, task.id(), assertions.before().get()).requireAll();
        }
    }

    /** The last thing in the last transaction. */
    void close(Session session, Task task, TransactionGuard guard) throws SQLException {
        if (assertions.verify().isPresent()) {
            new Asking(session, task.id(), assertions.verify().get()).requireAll();
        }
        run(Hook.AFTER_EACH, session, task, guard);
    }

    private void run(Hook hook, Session session, Task task, TransactionGuard guard) throws SQLException {
        HookRuns.within(session, hook, scripts.hook(hook), Optional.of(task.id()), guard);
    }
}
