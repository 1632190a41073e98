package dev.decant.run;

import dev.decant.history.Direction;
import dev.decant.history.ScriptEntry;
import dev.decant.journal.Checksum;
import dev.decant.journal.Hook;
import dev.decant.journal.SqlFile;
import java.sql.SQLException;
import java.time.Duration;

/** A hook that runs by itself; the history is not told how far it has come, only when it ran. */
record HookTask(Hook hook, SqlFile file) implements Task {
    /** What a hook is called where migrations have their id. */
    static String id(Hook hook) {
        return Hook.FOLDER + "/" + hook.word();
    }

    @Override
    public String id() {
        return id(hook);
    }

    @Override
    public String title() {
        return hook.word();
    }

    @Override
    public Direction direction() {
        return direction(hook);
    }

    /** Writes into the history that it ran. */
    void note(Session session, Duration duration) throws SQLException {
        session.history()
                .scripts()
                .put(
                        session.connection(),
                        new ScriptEntry(
                                ScriptEntry.Kind.HOOK,
                                hook.word(),
                                Checksum.of(
                                        file.text(),
                                        session.database().dialect().syntax()),
                                session.now(),
                                session.settings().user(),
                                duration,
                                session.settings().toolVersion(),
                                ""));
    }

    /** Which way a run goes in which a hook is run. */
    static Direction direction(Hook hook) {
        return hook == Hook.BEFORE_ROLLBACK || hook == Hook.AFTER_ROLLBACK ? Direction.DOWN : Direction.UP;
    }

    @Override
    public void begin(Session session) {
        // It begins again when it is not done.
    }

    @Override
    public void finish(Session session, Duration duration, boolean unnoted) {
        // A hook has no end of its own: it is noted by whoever runs it.
    }

    @Override
    public boolean isBegun() {
        return false;
    }

    @Override
    public boolean failedBefore() {
        return false;
    }
}
