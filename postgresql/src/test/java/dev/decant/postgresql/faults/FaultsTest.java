package dev.decant.postgresql.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.decant.run.RunListener;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way in which a run ends, at every call and every event of migrations with every kind of step and in the middle of long statements, and of
 * their way back; the next run leads where an undisturbed one does. Says how many faults there were.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    private static final int FEWEST = 500;
    private static final int AT_ONCE = 20;
    private static final int EVERY = 4;
    private static final int WAYS = 10;

    private final Tally tally = new Tally();
    private FaultLab lab;
    private Path folder;
    private int ways;

    @AfterEach
    void count() {
        ways++;
    }

    @BeforeAll
    void prepare(@TempDir Path home) throws SQLException {
        folder = home;
        lab = new FaultLab(TestServers.alone("17"), home.resolve("migrations"), new EveryStep(), tally);
    }

    @AfterAll
    void tell() {
        System.out.println(tally);
        if (ways == WAYS) {
            assertThat(tally.total()).isGreaterThanOrEqualTo(FEWEST);
        }
    }

    @Test
    void a_connection_is_cut_before_or_behind_any_call() throws Exception {
        int up = calls(true);
        int down = calls(false);
        inParallel(2, part -> {
            try (Subject subject = lab.subject()) {
                for (int call = 1 + part; call <= Math.max(up, down); call += 2) {
                    cut(subject, Math.min(call, up), true);
                    cut(subject, Math.min(call, down), true);
                    if (call % 8 < 2) {
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
            subject.disturb(
                    answerLost ? "answer lost" : "wire cut",
                    "at call " + call,
                    () -> subject.go(lab.runner(subject.database(), wire)));
        }
    }

    /** Does parts of the work side by side. */
    private static void inParallel(int parts, Part work) {
        List<CompletableFuture<Void>> all = IntStream.range(0, parts)
                .mapToObj(part -> CompletableFuture.runAsync(
                        () -> {
                            try {
                                work.run(part);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        task -> Thread.ofPlatform().start(task)))
                .toList();
        all.forEach(CompletableFuture::join);
    }

    /** A part of some work. */
    @FunctionalInterface
    private interface Part {
        void run(int number) throws Exception;
    }

    /** How many events there are on the way up, or back. */
    private static int events(FaultLab lab, boolean up) throws SQLException {
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
            List<Integer> events =
                    IntStream.rangeClosed(1, events(lab, up)).boxed().toList();
            for (int from = 0; from < events.size(); from += AT_ONCE) {
                Worker.kill(lab, up, "at event ", events.subList(from, Math.min(from + AT_ONCE, events.size())));
            }
        }
    }

    /** Lets something happen at each event in turn, up and back. */
    private static void atEachEvent(FaultLab lab, Fault fault, int every) throws Exception {
        int up = events(lab, true);
        int down = events(lab, false);
        try (Subject subject = lab.subject()) {
            for (int event = 1; event <= Math.max(up, down); event += every) {
                for (int last : List.of(up, down)) {
                    int number = Math.min(event, last);
                    subject.disturb(fault.words(), "at event " + number, () -> {
                        try {
                            subject.go(lab.runner(
                                    subject.database(),
                                    new Events(number, () -> fault.happen(lab, subject.database()))));
                        } finally {
                            fault.mend(subject.database());
                        }
                    });
                }
            }
        }
    }

    @Test
    void the_sessions_are_ended_by_an_administrator() throws Exception {
        atEachEvent(lab, Fault.SESSIONS_ENDED, EVERY);
    }

    @Test
    void the_server_crashes_and_recovers() throws Exception {
        atEachEvent(lab, Fault.SERVER_CRASHED, 2 * EVERY);
    }

    @Test
    void the_server_is_stopped_and_started_again() throws Exception {
        FaultLab restartable =
                new FaultLab(TestServers.restartable("17"), folder.resolve("restarted"), new EveryStep(), tally);
        atEachEvent(restartable, Fault.SERVER_RESTARTED, 4 * EVERY);
    }

    @Test
    void others_hold_locks_for_a_while() throws Exception {
        atEachEvent(lab, Fault.TABLE_LOCKED, EVERY);
    }

    @Test
    void the_rights_are_revoked() throws Exception {
        atEachEvent(lab, Fault.RIGHTS_REVOKED, EVERY);
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
                    subject.disturb("disk full", "with " + kilobytes + " kB left", () -> {
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

    /** The way up takes about as long as its statements sleep: a second and a half. */
    @Test
    void something_happens_in_the_middle_of_long_statements() throws Exception {
        FaultLab slow = new FaultLab(lab.server(), folder.resolve("slow"), new LongStatements(), tally);
        Moments moments = new Moments(slow);
        inParallel(6, part -> {
            try (Subject subject = slow.subject()) {
                for (int i = 0; i < 4; i++) {
                    long millis = 60 + 60L * (6 * i + part);
                    moments.cut(subject, millis);
                    moments.cut(subject, millis / 2);
                    moments.disturb(subject, Fault.SESSIONS_ENDED, millis);
                    moments.disturb(subject, Fault.SESSIONS_ENDED, millis / 2);
                }
            }
        });
        Worker.kill(
                slow,
                true,
                "in ms ",
                IntStream.range(1, AT_ONCE).map(i -> 80 * i).boxed().toList());
    }

    @Test
    void the_server_crashes_in_the_middle_of_long_statements() throws Exception {
        FaultLab slow = new FaultLab(lab.server(), folder.resolve("crashed"), new LongStatements(), tally);
        try (Subject subject = slow.subject()) {
            for (int i = 0; i < 6; i++) {
                new Moments(slow).disturb(subject, Fault.SERVER_CRASHED, 100 + 250L * i);
                new Moments(slow).disturb(subject, Fault.SERVER_CRASHED, 50 + 80L * i);
            }
        }
    }
}
