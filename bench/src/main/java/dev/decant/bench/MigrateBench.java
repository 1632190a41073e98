package dev.decant.bench;

import dev.decant.journal.Journal;
import dev.decant.postgresql.PostgresqlDatabase;
import dev.decant.run.RunListener;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Measures {@code migrate}: many migrations of a table with an index each, then once more with nothing to do.
 *
 * <p>Prints one line a run: the number of migrations, seconds with reading the folder, those of them that this process was at work, and the
 * peak of the heap in MiB. One size a JVM; {@code bench/run migrate} runs it for several, with the same SQL in psql, Flyway and Liquibase
 * beside it.
 */
public final class MigrateBench {
    private static final PostgresqlDatabase DATABASE = new PostgresqlDatabase();

    private MigrateBench() {}

    /** Runs it: {@code write}, {@code run} or {@code again}, the number, a folder, and to run the JDBC URL, user and password. */
    public static void main(String[] arguments) throws IOException {
        int number = Integer.parseInt(arguments[1]);
        Path folder = Path.of(arguments[2]);
        if (arguments[0].equals("write")) {
            new ManyMigrations(folder, DATABASE.dialect()).write(number);
        } else if (arguments[0].equals("again")) {
            run("started", number, folder, arguments);
        } else {
            run("all", number, folder, arguments);
            run("again", number, folder, arguments);
        }
    }

    private static void run(String what, int number, Path folder, String... arguments) {
        Properties properties = new Properties();
        properties.setProperty("user", arguments[4]);
        properties.setProperty("password", arguments[5]);
        long start = System.nanoTime();
        double before = processorSeconds();
        Journal journal = Journal.open(folder.resolve("migrations"), DATABASE.dialect());
        new Runner(DATABASE, () -> DATABASE.open(arguments[3], properties), RunSettings.USUAL, RunListener.SILENT)
                .migrate(journal);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%6d migrations  %-10s %-8s %8.2f s  %8.2f s of processor  %6d MiB%n",
                number, "decant", what, seconds, processorSeconds() - (what.equals("started") ? 0 : before), peak());
    }

    private static double processorSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }
}
