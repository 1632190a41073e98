package dev.decant.postgresql.faults;

import dev.decant.run.RunEvent;
import dev.decant.run.RunListener;
import java.util.concurrent.atomic.AtomicInteger;

/** Does something at one event of a run, or counts the events. */
final class Events implements RunListener {
    private final int number;
    private final Action action;
    private final AtomicInteger seen = new AtomicInteger();

    /** What is done. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    Events(int number, Action action) {
        this.number = number;
        this.action = action;
    }

    static Events counting() {
        return new Events(0, () -> {});
    }

    int seen() {
        return seen.get();
    }

    @Override
    public void on(RunEvent event) {
        boolean occasional = event instanceof RunEvent.StatementRunning || event instanceof RunEvent.LockWaiting;
        if (!occasional && seen.incrementAndGet() == number) {
            try {
                action.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
