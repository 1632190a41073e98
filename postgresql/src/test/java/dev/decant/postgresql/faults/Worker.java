package dev.decant.postgresql.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.journal.Journal;
import dev.decant.run.RunListener;
import dev.decant.run.Runner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that runs migrations in several databases, each up to a moment of its own, where it waits to be killed. */
public final class Worker {
    private static final String REACHED = "reached";
    private static final int FIXED = 5;

    private Worker() {}

    /**
     * One process, with a run in a database for each of these moments; all end with it, and the next run of each goes on.
     *
     * @param unit {@code at event} or {@code in ms}, what the moments are numbers of
     */
    static void kill(FaultLab lab, boolean up, String unit, List<Integer> moments) throws Exception {
        List<Subject> subjects = new ArrayList<>();
        while (subjects.size() < moments.size()) {
            Subject subject = lab.subject();
            subject.turn(up);
            subjects.add(subject);
        }
        runAndKill(lab, up, unit.contains("ms"), subjects, moments);
        for (int i = 0; i < subjects.size(); i++) {
            try (Subject subject = subjects.get(i)) {
                subject.disturb("process killed", unit + moments.get(i), () -> {});
            }
        }
    }

    /** One process with a run in one database, which is killed so many milliseconds after the run began; the next run goes on. */
    static void kill(FaultLab lab, Subject subject, int millis) throws Exception {
        runAndKill(lab, !subject.isMigrated(), true, List.of(subject), List.of(millis));
        subject.disturb("process killed", "in ms " + millis, () -> {});
    }

    /**
     * Runs one, and kills it when all databases are where they should be.
     *
     * @param timed whether moments are milliseconds after the beginning, and one process is killed for each; else they are numbers of events
     */
    private static void runAndKill(
            FaultLab lab, boolean up, boolean timed, List<Subject> subjects, List<Integer> moments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                FaultLab.USER,
                FaultLab.USER,
                lab.folder().toString(),
                up ? "up" : "down",
                timed ? "timed" : "events"));
        for (int i = 0; i < subjects.size(); i++) {
            command.add(subjects.get(i).database().jdbcUrl());
            command.add(String.valueOf(moments.get(i)));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = process.inputReader(StandardCharsets.UTF_8).readLine();
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(said).isEqualTo(REACHED);
    }

    /**
     * Runs it: user, password, folder, {@code up} or {@code down}, {@code timed} or {@code events}, then an address and a moment for each
     * database. Timed ones begin so long before the process is killed.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Journal journal = Journal.open(Path.of(arguments[2]), FaultLab.DIALECT.dialect());
        boolean timed = arguments[4].equals("timed");
        CountDownLatch reached = new CountDownLatch(timed ? 1 : (arguments.length - FIXED) / 2);
        int longest = 0;
        for (int i = FIXED; i < arguments.length; i += 2) {
            longest = Math.max(longest, Integer.parseInt(arguments[i + 1]));
        }
        for (int i = FIXED; i < arguments.length; i += 2) {
            String url = arguments[i];
            int moment = Integer.parseInt(arguments[i + 1]);
            RunListener listener = timed ? RunListener.SILENT : stopAt(moment, reached);
            Runner runner = new Runner(
                    FaultLab.DIALECT,
                    () -> FaultLab.open(url, arguments[0], arguments[1]),
                    FaultLab.SETTINGS,
                    listener);
            int pause = timed ? longest - moment : 0;
            Thread.ofVirtual().start(() -> run(runner, journal, arguments[3].equals("up"), pause, timed, reached));
        }
        if (timed) {
            Thread.sleep(longest);
            reached.countDown();
        }
        reached.await();
        System.out.println(REACHED);
        new CountDownLatch(1).await();
    }

    private static void run(
            Runner runner, Journal journal, boolean up, int pause, boolean timed, CountDownLatch reached) {
        sleep(pause);
        try {
            if (up) {
                runner.migrate(journal);
            } else {
                runner.rollback(Integer.MAX_VALUE);
            }
        } finally {
            if (!timed) {
                reached.countDown();
            }
        }
    }

    private static RunListener stopAt(int number, CountDownLatch reached) {
        AtomicInteger left = new AtomicInteger(number);
        return event -> {
            if (left.decrementAndGet() == 0) {
                reached.countDown();
                sleep(Integer.MAX_VALUE);
            }
        };
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
