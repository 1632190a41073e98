package dev.decant.postgresql.faults;

import dev.decant.journal.Journal;
import dev.decant.run.RunEvent;
import dev.decant.run.Runner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A process that migrates when it starts, as an instance of an application does; it fails when that does. */
public final class Pod {
    private Pod() {}

    /**
     * Runs it: the folder of the migrations, and the address of the database. Prints for how many milliseconds it waited for the lock and
     * how many it had it, two zeros when it asked for none.
     */
    public static void main(String[] arguments) {
        AtomicLong waited = new AtomicLong();
        AtomicLong since = new AtomicLong();
        new Runner(
                        FaultLab.DIALECT,
                        () -> FaultLab.open(arguments[1], FaultLab.USER, FaultLab.USER),
                        FaultLab.SETTINGS.withLockTimeout(Duration.ofMinutes(4)),
                        event -> {
                            if (event instanceof RunEvent.LockAcquired lock) {
                                waited.set(lock.waited().toMillis());
                                since.set(System.nanoTime());
                            }
                        })
                .migrate(Journal.open(Path.of(arguments[0]), FaultLab.DIALECT.dialect()));
        long held = since.get() == 0 ? 0 : (System.nanoTime() - since.get()) / 1_000_000;
        System.out.println(waited + " " + held);
    }
}
