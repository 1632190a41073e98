package dev.decant.postgresql.faults;

import dev.decant.run.RunListener;
import dev.decant.testkit.postgresql.TestDatabase;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Lets faults happen so many milliseconds after a run began, whatever it is doing then. */
record Moments(FaultLab lab) {
    /** A fault in the database. */
    void disturb(Subject subject, Fault fault, long millis) throws Exception {
        subject.disturb(fault.words(), "after " + millis + " ms", () -> {
            CompletableFuture<Void> happening = later(millis, () -> happen(fault, subject.database()));
            try {
                subject.go(lab.runner(subject.database(), RunListener.SILENT));
            } finally {
                happening.join();
                fault.mend(subject.database());
            }
        });
    }

    /** All that the run has sent is lost from then on, and the server does not know. */
    void cut(Subject subject, long millis) throws Exception {
        try (Wire wire = new Wire(lab.server().port(), 0, false)) {
            subject.disturb("wire cut", "after " + millis + " ms", () -> {
                CompletableFuture<Void> happening = later(millis, wire::cut);
                try {
                    subject.go(lab.runner(subject.database(), wire));
                } finally {
                    happening.join();
                }
            });
        }
    }

    private void happen(Fault fault, TestDatabase database) throws Exception {
        try {
            fault.happen(lab, database);
        } catch (NoSuchElementException nobodyThere) {
            // The run was over already, or had not begun.
        }
    }

    private static CompletableFuture<Void> later(long millis, Subject.Disturbed action) {
        Executor then = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        action.run();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                then);
    }
}
