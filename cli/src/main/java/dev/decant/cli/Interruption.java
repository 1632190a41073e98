package dev.decant.cli;

import dev.decant.database.Target;
import dev.decant.run.RunEvent;
import dev.decant.run.RunListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens to a run that somebody ends with Ctrl+C or SIGTERM: the statement is cancelled in the server too, nothing more is begun, and the
 * run has a moment to undo what it began, to give back the lock, and to say how far it came. Whatever does not end in time ends with its
 * connections.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;
    private static final long SECONDS_TO_TELL = 2;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Call call;
    private final Thread hook;
    private volatile boolean wanted = true;

    private Interruption(Target target, Call call) {
        this.call = call;
        this.hook = new Thread(() -> interrupt(target, call.output()), "interruption");
    }

    /** Watches over what runs in a database, until this is closed. */
    static Interruption of(Target target, Call call) {
        Interruption interruption = new Interruption(target, call);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** The same listener, which also ends the run once somebody interrupts it. */
    RunListener over(RunListener listener) {
        return new RunListener() {
            @Override
            public void on(RunEvent event) {
                listener.on(event);
            }

            @Override
            public boolean stops() {
                return !wanted;
            }
        };
    }

    private void interrupt(Target target, Output output) {
        wanted = false;
        if (output.isWatched()) {
            output.line(""); // Behind what the live line shows.
        }
        output.error("Interrupted: ending what runs at the moment.");
        target.interrupt();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                output.error("It did not end within " + PATIENCE_SECONDS
                        + " s; its connections are closed, and the server undoes"
                        + " what it had not done yet. See what is done: decant status");
            } else if (call.report().await(SECONDS_TO_TELL)) {
                output.error("The interruption came too late: everything was done already.");
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
