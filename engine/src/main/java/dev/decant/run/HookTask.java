package dev.decant.run;

import dev.decant.history.Direction;
import dev.decant.journal.Hook;
import dev.decant.journal.SqlFile;
import java.time.Duration;

/** A hook that runs by itself, of which the history says nothing. */
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
        // Nobody is to know of it.
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
