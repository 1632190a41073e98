package dev.decant.postgresql.faults;

import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults at random moments of random ways, several in a run, for as many minutes as {@code -Ddecant.faults.minutes} says. Each schedule has a seed,
 * which is printed; {@code -Ddecant.faults.seed} begins with that one.
 */
@EnabledIfSystemProperty(named = "decant.faults.minutes", matches = "\\d+")
class RandomFaultsTest {
    private static final List<Fault> FAULTS =
            List.of(Fault.SESSIONS_ENDED, Fault.SERVER_CRASHED, Fault.SERVER_RESTARTED, Fault.RIGHTS_REVOKED);

    private final Tally tally = new Tally();

    @Test
    void whatever_happens_whenever_it_happens_the_next_run_goes_on(@TempDir Path folder) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.getLong("decant.faults.minutes", 1));
        long seed = Long.getLong("decant.faults.seed", System.nanoTime());
        List<FaultLab> labs = List.of(
                new FaultLab(TestServers.restartable("17"), folder.resolve("all"), new EveryStep(), tally),
                new FaultLab(TestServers.restartable("16"), folder.resolve("long"), new LongStatements(), tally),
                new FaultLab(TestServers.restartable("17"), folder.resolve("scripts"), new SlowScripts(), tally));
        while (System.nanoTime() < end) {
            System.out.println("a schedule of faults with -Ddecant.faults.seed=" + seed);
            schedule(labs, new Random(seed));
            seed++;
        }
        System.out.println(tally);
    }

    private static void schedule(List<FaultLab> labs, Random random) throws Exception {
        FaultLab lab = labs.get(random.nextInt(labs.size()));
        Moments moments = new Moments(lab);
        try (Subject subject = lab.subject()) {
            for (int i = 0; i < 10; i++) {
                long millis = random.nextInt(1, 1500);
                int kind = random.nextInt(FAULTS.size() + 3);
                if (kind < FAULTS.size()) {
                    moments.disturb(subject, FAULTS.get(kind), millis);
                } else if (kind == FAULTS.size()) {
                    Worker.kill(lab, subject, Math.toIntExact(millis));
                } else {
                    moments.cut(subject, millis);
                }
            }
        }
    }
}
