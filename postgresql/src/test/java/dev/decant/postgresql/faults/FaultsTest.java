package dev.decant.postgresql.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.decant.run.RunListener;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way in which a run ends, at every call and every event of migrations with every kind of step, and of their way back; the next run leads
 * where an undisturbed one does. Says how many faults there were.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    private static final int FEWEST = 500;
    private static final int AT_ONCE = 8;
    private static final int EVERY = 4;
    private static final int WAYS = 7;

    private FaultLab lab;
    private int ways;

    @AfterEach
    void count() {
        ways++;
    }

    @BeforeAll
    void prepare(@TempDir Path folder) throws SQLException {
        lab = new FaultLab(TestServers.alone("17"), folder.resolve("migrations"));
    }

    @AfterAll
    void tell() {
        System.out.println(lab.faults() + " faults were injected, and recovered from");
        if (ways == WAYS) {
            assertThat(lab.faults()).isGreaterThanOrEqualTo(FEWEST);
        }
    }

    @Test
    void a_connection_is_cut_before_or_behind_any_call() throws Exception {
        int up = calls(true);
        int down = calls(false);
        inParallel(part -> {
            try (Subject subject = lab.subject()) {
                for (int call = 1 + part; call <= Math.max(up, down); call += 2) {
                    cut(subject, Math.min(call, up), true);
                    cut(subject, Math.min(call, down), true);
                    if (call % 4 < 2) {
                        cut(subject, Math.min(call, up), false);
                        cut(subject, Math.min(call, down), false);
                    }
                }
            }
        });
    }

    /** How many calls there are on the way up, or back. */
    private int calls(boolean up) throws Exception {
        try (Subject subject = lab.subject();
                Wire wire = new Wire(lab.server().port(), 0, false)) {
            subject.turn(up);
            subject.go(lab.runner(subject.database(), wire));
            return wire.calls();
        }
    }

    private void cut(Subject subject, int call, boolean answerLost) throws Exception {
        try (Wire wire = new Wire(lab.server().port(), call, answerLost)) {
            String fault = way(subject) + " cut at call " + call + (answerLost ? ", its answer lost" : "");
            subject.disturb(fault, () -> subject.go(lab.runner(subject.database(), wire)));
        }
    }

    private static String way(Subject subject) {
        return subject.isMigrated() ? "rollback" : "migrate";
    }

    /** Does half of the work in one thread, and half in another. */
    private static void inParallel(Part work) {
        List<CompletableFuture<Void>> parts = IntStream.range(0, 2)
                .mapToObj(part -> CompletableFuture.runAsync(() -> {
                    try {
                        work.run(part);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        parts.forEach(CompletableFuture::join);
    }

    /** A part of some work. */
    @FunctionalInterface
    private interface Part {
        void run(int number) throws Exception;
    }

    /** How many events there are on the way up, or back. */
    private int events(boolean up) throws SQLException {
        try (Subject subject = lab.subject()) {
            subject.turn(up);
            Events events = Events.counting();
            subject.go(lab.runner(subject.database(), events));
            return events.seen();
        }
    }

    @Test
    void a_process_is_killed_at_any_event() throws Exception {
        for (boolean up : List.of(true, false)) {
            List<Integer> events = IntStream.rangeClosed(1, events(up)).boxed().toList();
            for (int from = 0; from < events.size(); from += AT_ONCE) {
                kill(up, events.subList(from, Math.min(from + AT_ONCE, events.size())));
            }
        }
    }

    /** One process, with a run in a database for each of these events; all end with it. */
    private void kill(boolean up, List<Integer> events) throws Exception {
        List<Subject> subjects = new ArrayList<>();
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
                up ? "up" : "down"));
        for (int event : events) {
            Subject subject = lab.subject();
            subject.turn(up);
            subjects.add(subject);
            command.add(subject.database().jdbcUrl());
            command.add(String.valueOf(event));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = process.inputReader(StandardCharsets.UTF_8).readLine();
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(said).isEqualTo(Worker.REACHED);
        for (int i = 0; i < subjects.size(); i++) {
            try (Subject subject = subjects.get(i)) {
                subject.disturb(way(subject) + " killed at event " + events.get(i), () -> {});
            }
        }
    }

    /** Does something at each event in turn, up and back. */
    private void atEachEvent(String fault, int every, Disturbance disturbance) throws Exception {
        int up = events(true);
        int down = events(false);
        try (Subject subject = lab.subject()) {
            for (int event = 1; event <= Math.max(up, down); event += every) {
                for (int last : List.of(up, down)) {
                    int number = Math.min(event, last);
                    subject.disturb(way(subject) + ": " + fault + " at event " + number, () -> {
                        Events events = new Events(number, () -> disturbance.apply(subject.database()));
                        subject.go(lab.runner(subject.database(), events));
                    });
                }
            }
        }
    }

    /** Something that happens in a database. */
    @FunctionalInterface
    private interface Disturbance {
        void apply(TestDatabase database) throws Exception;
    }

    @Test
    void the_sessions_are_ended_by_an_administrator() throws Exception {
        atEachEvent(
                "sessions ended",
                EVERY,
                database -> database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()"));
    }

    @Test
    void the_server_crashes_and_recovers() throws Exception {
        atEachEvent("server crashed", 2 * EVERY, database -> {
            String process = database.query("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND pid <> pg_backend_pid() LIMIT 1")
                    .getFirst();
            ProcessHandle.of(Long.parseLong(process)).orElseThrow().destroyForcibly();
            awaitServer(database);
        });
    }

    /** When a backend is killed, the server ends all others, and recovers as after any crash. */
    private static void awaitServer(TestDatabase database) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            Thread.sleep(50);
            try {
                database.query("SELECT 1");
                return;
            } catch (SQLException notYet) {
                // It is still recovering.
            }
        }
    }

    @Test
    void others_hold_locks_for_a_while() throws Exception {
        atEachEvent("tables locked", EVERY, database -> {
            Connection other = database.open();
            try {
                other.setAutoCommit(false);
                lock(other, "account");
                var unused = CompletableFuture.runAsync(
                        () -> close(other), CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS));
            } catch (SQLException heldByTheRun) {
                other.close();
            }
        });
    }

    /** Those on the history, which no run holds a lock on that would keep them from being revoked. */
    @Test
    void the_rights_are_revoked() throws Exception {
        atEachEvent(
                "rights revoked",
                EVERY,
                database -> database.execute(
                        "REVOKE INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA decant FROM " + FaultLab.USER));
    }

    @Test
    void the_disk_is_full() throws Exception {
        SmallDisk disk = SmallDisk.mount(lab.server());
        assumeTrue(disk.isMounted(), "mounting a small disk needs root");
        try (disk;
                Subject subject = lab.subjectIn(disk.tablespace())) {
            for (int left = 0; left < 10; left++) {
                for (int way = 0; way < 2; way++) {
                    int kilobytes = 64 * left;
                    subject.disturb(way(subject) + " with " + kilobytes + " kB left", () -> {
                        disk.fillUpTo(kilobytes);
                        try {
                            subject.go(lab.runner(subject.database(), RunListener.SILENT));
                        } finally {
                            disk.empty();
                        }
                    });
                }
            }
        }
    }

    private static void lock(Connection other, String table) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE NOWAIT");
        }
    }

    private static void close(Connection other) {
        try {
            other.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
