package dev.decant.bench;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.diff.Differ;
import dev.decant.diff.Questions;
import dev.decant.journal.Draft;
import dev.decant.journal.Journal;
import dev.decant.model.Schema;
import dev.decant.plan.Planner;
import dev.decant.postgresql.PostgresqlDialect;
import dev.decant.source.JavaSourceFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Measures {@code generate}: a first migration for many tables, then one for one column more.
 *
 * <p>Prints one line a phase: the number of tables, the phase, seconds, and the peak of the heap in MiB. One size a JVM; {@code bench/run
 * generate} runs it for several.
 */
public final class GenerateBench {
    private final PostgresqlDialect dialect = new PostgresqlDialect();
    private final int tables;
    private final Path home;

    private GenerateBench(int tables, Path home) {
        this.tables = tables;
        this.home = home;
    }

    /** Runs it: the number of tables, and a folder to work in. */
    public static void main(String[] arguments) throws IOException {
        new GenerateBench(Integer.parseInt(arguments[0]), Path.of(arguments[1])).run();
    }

    private void run() throws IOException {
        ManyTables classes = new ManyTables(home.resolve("many"));
        classes.write(tables);
        Files.createDirectories(home.resolve("migrations"));
        generate("first", "create many tables");
        classes.addColumn();
        generate("one column", "add a column");
    }

    private void generate(String what, String title) {
        long start = System.nanoTime();
        Schema wanted =
                dialect.canonical(new JavaSourceFolder(home.resolve("many"), List.of(), home.resolve("cache")).read());
        print(what + ": compile and load", start);
        long planned = System.nanoTime();
        Journal journal = Journal.openOrBegin(home.resolve("migrations"), dialect);
        Schema known = journal.state();
        print(what + ": read the journal", planned);
        planned = System.nanoTime();
        List<Change> changes = new Differ(dialect, List.of(), Questions.NOBODY).diff(known, wanted);
        Planner planner = new Planner(dialect);
        Draft draft = new Draft(
                title, planner.plan(known, changes), planner.plan(wanted, Changes.reverse(changes)), List.of());
        print(what + ": diff and plan", planned);
        planned = System.nanoTime();
        journal.append(draft, Clock.systemUTC());
        print(what + ": write", planned);
        print(what + ": all", start);
    }

    private void print(String phase, long start) {
        System.out.printf("%6d tables  %-30s %8.2f s  %6d MiB%n", tables, phase, seconds(start), peak());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / (1 << 20);
    }
}
