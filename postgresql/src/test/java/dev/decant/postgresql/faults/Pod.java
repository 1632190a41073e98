package dev.decant.postgresql.faults;

import dev.decant.journal.Journal;
import dev.decant.run.RunListener;
import dev.decant.run.Runner;
import java.nio.file.Path;
import java.time.Duration;

/** A process that migrates when it starts, as an instance of an application does; it fails when that does. */
public final class Pod {
    private Pod() {}

    /** Runs it: the folder of the migrations, and the address of the database. */
    public static void main(String[] arguments) {
        new Runner(
                        FaultLab.DIALECT,
                        () -> FaultLab.open(arguments[1], FaultLab.USER, FaultLab.USER),
                        FaultLab.SETTINGS.withLockTimeout(Duration.ofMinutes(4)),
                        RunListener.SILENT)
                .migrate(Journal.open(Path.of(arguments[0]), FaultLab.DIALECT.dialect()));
    }
}
