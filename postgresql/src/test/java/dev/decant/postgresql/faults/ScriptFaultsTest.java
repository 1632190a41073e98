package dev.decant.postgresql.faults;

import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends a run in the middle of assertions, classes, hooks and repeatable scripts, the next one leads where an undisturbed one does. */
@TestInstance(Lifecycle.PER_CLASS)
class ScriptFaultsTest {
    private static final int EVERY_SO_MANY_CALLS = 8;

    private final Tally tally = new Tally();
    private FaultLab lab;
    private Path folder;

    @BeforeAll
    void prepare(@TempDir Path home) throws SQLException {
        folder = home;
        lab = new FaultLab(TestServers.alone("17"), home.resolve("migrations"), new EveryScript(), tally);
    }

    @AfterAll
    void tell() {
        System.out.println(tally);
    }

    /** An end of the run that nobody announced. */
    private static final class EndedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void a_run_is_ended_at_any_event() throws Exception {
        int up = events(true);
        int down = events(false);
        try (Subject subject = lab.subject()) {
            for (int event = 1; event <= Math.max(up, down); event++) {
                end(subject, Math.min(event, up));
                end(subject, Math.min(event, down));
            }
        }
    }

    private int events(boolean up) throws SQLException {
        try (Subject subject = lab.subject()) {
            subject.turn(up);
            Events events = Events.counting();
            subject.go(lab.runner(subject.database(), events));
            return events.seen();
        }
    }

    private void end(Subject subject, int number) throws Exception {
        Events events = new Events(number, () -> {
            throw new EndedException();
        });
        subject.disturb("end of a run", "at event " + number, () -> {
            try {
                subject.go(lab.runner(subject.database(), events));
            } catch (IllegalStateException e) {
                if (!(e.getCause() instanceof EndedException)) {
                    throw e;
                }
            }
        });
    }

    @Test
    void a_process_is_killed_between_and_in_hooks_classes_and_scripts() throws Exception {
        List<Integer> every = IntStream.rangeClosed(0, (events(true) - 1) / 3)
                .map(third -> 1 + 3 * third)
                .boxed()
                .toList();
        Worker.kill(lab, true, "at event ", every);
    }

    /** An undisturbed run takes about as long as it sleeps: a second and a half. */
    @Test
    void a_process_is_killed_in_the_middle_of_a_hook_a_class_or_a_script() throws Exception {
        FaultLab slow = new FaultLab(lab.server(), folder.resolve("slow"), new SlowScripts(), tally);
        Worker.kill(
                slow,
                true,
                "in ms ",
                IntStream.rangeClosed(1, 14).map(i -> 120 * i).boxed().toList());
    }

    @Test
    void a_connection_is_cut_behind_calls() throws Exception {
        try (Subject subject = lab.subject()) {
            int up = calls(true);
            int down = calls(false);
            for (int call = 1; call <= Math.max(up, down); call += EVERY_SO_MANY_CALLS) {
                cut(subject, Math.min(call, up));
                cut(subject, Math.min(call, down));
            }
        }
    }

    private int calls(boolean up) throws Exception {
        try (Subject subject = lab.subject();
                Wire wire = new Wire(lab.server().port(), 0, false)) {
            subject.turn(up);
            subject.go(lab.runner(subject.database(), wire));
            return wire.calls();
        }
    }

    private void cut(Subject subject, int call) throws Exception {
        try (Wire wire = new Wire(lab.server().port(), call, true)) {
            subject.disturb("answer lost", "at call " + call, () -> subject.go(lab.runner(subject.database(), wire)));
        }
    }
}
