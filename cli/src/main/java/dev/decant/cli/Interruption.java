package dev.decant.cli;

import dev.decant.database.Target;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens to a run that somebody ends with Ctrl+C: the statement is cancelled in the server too, and the run has a moment to undo what
 * it began and to give back the lock. Whatever does not end in time ends with its connections.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Target target, Output output) {
        hook = new Thread(() -> interrupt(target, output), "interruption");
    }

    /** Watches over what runs in a database, until this is closed. */
    static Interruption of(Target target, Output output) {
        Interruption interruption = new Interruption(target, output);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupt(Target target, Output output) {
        output.error("Interrupted; what can be undone is undone. See: decant status");
        target.interrupt();
        try {
            boolean inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                output.error("It did not end in time; its connections are closed.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The program is ending, and the hook runs.
        }
    }
}
