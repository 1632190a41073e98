package dev.decant.sqlite;

import dev.decant.journal.Journal;
import dev.decant.run.RunEvent;
import dev.decant.run.RunListener;
import dev.decant.run.Runner;
import dev.decant.testkit.run.RunnerLab;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that runs migrations in several SQLite databases, each up to an event of its own, where it waits to be killed. */
public final class SqliteWorker {
    static final String REACHED = "reached";
    private static final int DATABASES = 3;

    private SqliteWorker() {}

    /**
     * Runs it: the folder of the migrations, {@code up} or {@code down}, how many events lie between the ends of two databases, then the databases, of which
     * the first stops at its first event.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Journal journal = Journal.open(Path.of(arguments[0]), new SqliteDatabase().dialect());
        CountDownLatch reached = new CountDownLatch(arguments.length - DATABASES);
        int every = Integer.parseInt(arguments[2]);
        for (int i = DATABASES; i < arguments.length; i++) {
            Runner runner = runner(Path.of(arguments[i]), stopAt(1 + every * (i - DATABASES), reached));
            boolean up = arguments[1].equals("up");
            Thread.ofPlatform().daemon().start(() -> {
                go(runner, journal, up);
                reached.countDown();
            });
        }
        reached.await();
        System.out.println(REACHED);
        new CountDownLatch(1).await();
    }

    static Runner runner(Path database, RunListener listener) {
        SqliteDatabase dialect = new SqliteDatabase();
        return new Runner(dialect, () -> open(database), RunnerLab.SETTINGS, listener);
    }

    /** What a process has written is there although it was killed: only a crash of the machine needs the disk. */
    static Connection open(Path database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("synchronous", "OFF");
        return new SqliteDatabase().open("jdbc:sqlite:" + database, properties);
    }

    static void go(Runner runner, Journal journal, boolean up) {
        if (up) {
            runner.migrate(journal);
        } else {
            runner.rollback(Integer.MAX_VALUE);
        }
    }

    private static RunListener stopAt(int number, CountDownLatch reached) {
        AtomicInteger left = new AtomicInteger(number);
        return event -> {
            if (isCertain(event) && left.decrementAndGet() == 0) {
                reached.countDown();
                waitToBeKilled();
            }
        };
    }

    /** Whether it comes in every run. */
    static boolean isCertain(RunEvent event) {
        return !(event instanceof RunEvent.StatementRunning || event instanceof RunEvent.LockWaiting);
    }

    private static void waitToBeKilled() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
