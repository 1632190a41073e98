package dev.decant.postgresql.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Many processes that start at once, as the instances of an application do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PodsTest {
    private static final int PODS = 20;
    private static final long PATIENCE_SECONDS = 240;

    private FaultLab lab;

    @BeforeAll
    void prepare(@TempDir Path folder) throws SQLException {
        lab = new FaultLab(TestServers.alone("17"), folder.resolve("migrations"), new EveryStep(), new Tally());
    }

    private List<Process> start(Subject subject) throws IOException {
        List<Process> pods = new ArrayList<>();
        for (int pod = 0; pod < PODS; pod++) {
            pods.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Pod.class.getName(),
                            lab.folder().toString(),
                            subject.database().jdbcUrl())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        return pods;
    }

    private static int code(Process pod) throws InterruptedException {
        assertThat(pod.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return pod.exitValue();
    }

    /**
     * What a process did: for how many milliseconds it waited for the lock and had it.
     *
     * @param waited for how long it waited
     * @param held for how long it had it
     */
    private record Turn(long waited, long held) {
        static Turn of(Process pod) throws IOException {
            List<String> said =
                    List.of(pod.inputReader(StandardCharsets.UTF_8).readLine().split(" ", 2));
            return new Turn(Long.parseLong(said.getFirst()), Long.parseLong(said.getLast()));
        }
    }

    /** Nobody waits for longer than the others work, and two seconds for each change of hands, however slow the machine is. */
    private static void assertNobodyWaitedForLonger(List<Turn> turns) {
        long work = turns.stream().mapToLong(Turn::held).sum();
        assertThat(turns)
                .allSatisfy(turn -> assertThat(turn.waited()).isLessThanOrEqualTo(work - turn.held() + PODS * 2000L));
    }

    @Test
    void twenty_at_once_apply_each_migration_once_and_all_are_well() throws Exception {
        try (Subject subject = lab.subject()) {
            List<Turn> turns = new ArrayList<>();
            for (Process pod : start(subject)) {
                assertThat(code(pod)).isZero();
                turns.add(Turn.of(pod));
            }
            assertNobodyWaitedForLonger(turns);
            assertThat(State.of(subject.database())).isEqualTo(lab.state(true));
        }
    }

    @Test
    void when_half_of_them_are_killed_the_others_finish() throws Exception {
        long seed = System.nanoTime();
        System.out.println("pods are killed with seed " + seed);
        Random random = new Random(seed);
        try (Subject subject = lab.subject()) {
            List<Process> pods = start(subject);
            for (Process pod : pods.subList(0, PODS / 2)) {
                Thread.sleep(random.nextInt(400));
                pod.destroyForcibly();
            }
            for (Process pod : pods.subList(PODS / 2, PODS)) {
                assertThat(code(pod)).isZero();
            }
            assertThat(State.of(subject.database())).isEqualTo(lab.state(true));
        }
    }
}
