package dev.decant.postgresql.faults;

import dev.decant.journal.Journal;
import dev.decant.run.RunListener;
import dev.decant.run.Runner;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that runs migrations in several databases, each up to an event of its own, where it waits to be killed. */
public final class Worker {
    static final String REACHED = "reached";

    private Worker() {}

    /** Runs it: user, password, folder, {@code up} or {@code down}, then an address and the number of an event for each database. */
    public static void main(String[] arguments) throws InterruptedException {
        Journal journal = Journal.open(Path.of(arguments[2]), FaultLab.DIALECT.dialect());
        CountDownLatch reached = new CountDownLatch((arguments.length - 4) / 2);
        for (int i = 4; i < arguments.length; i += 2) {
            String url = arguments[i];
            RunListener listener = stopAt(Integer.parseInt(arguments[i + 1]), reached);
            Runner runner = new Runner(
                    FaultLab.DIALECT,
                    () -> FaultLab.open(url, arguments[0], arguments[1]),
                    FaultLab.SETTINGS,
                    listener);
            Thread.ofVirtual().start(() -> {
                try {
                    if (arguments[3].equals("up")) {
                        runner.migrate(journal);
                    } else {
                        runner.rollback(Integer.MAX_VALUE);
                    }
                } finally {
                    reached.countDown();
                }
            });
        }
        reached.await();
        System.out.println(REACHED);
        new CountDownLatch(1).await();
    }

    private static RunListener stopAt(int number, CountDownLatch reached) {
        AtomicInteger left = new AtomicInteger(number);
        return event -> {
            if (left.decrementAndGet() == 0) {
                reached.countDown();
                waitForTheEnd();
            }
        };
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
