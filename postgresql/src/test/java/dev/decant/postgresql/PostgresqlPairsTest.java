package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.fail;

import dev.decant.testkit.Seeds;
import dev.decant.testkit.postgresql.TestServers;
import dev.decant.testkit.script.RandomScripts;
import dev.decant.testkit.script.Sketch;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plans between what random scripts over all kinds of objects make, run on the oldest and the newest PostgreSQL.
 *
 * <p>The pairs are the same at every run. So many others are drawn with {@code -Ddecant.pairs=1000}, for each server, and one is proved
 * again with {@code -Ddecant.seed}; a failure tells its seed and the smallest scripts that still fail so.
 */
@Execution(ExecutionMode.CONCURRENT)
class PostgresqlPairsTest {
    private static final int USUAL = 10;

    static List<String> majors() {
        return List.of(TestServers.majors().getFirst(), TestServers.majors().getLast());
    }

    @ParameterizedTest
    @MethodSource("majors")
    void what_one_script_makes_becomes_what_another_makes_and_is_then_what_it_was(String major) {
        seeds().forEach(seed -> Seeds.check(seed, () -> prove(major, seed)));
    }

    private static LongStream seeds() {
        boolean others = System.getProperty("decant.seed") != null || System.getProperty("decant.pairs") != null;
        return others ? Seeds.of(Integer.getInteger("decant.pairs", 1)) : LongStream.rangeClosed(1, USUAL);
    }

    private static void prove(String major, long seed) {
        RandomScripts scripts = new RandomScripts(new Random(seed));
        Sketch before = scripts.next();
        ScriptPair pair = new ScriptPair(before, scripts.edited(before));
        ScriptProof proof = new ScriptProof(major, seed % 2 == 0, seed % 5 == 0, seed);
        proof.of(pair).filter(failed -> !failed.isRefused()).ifPresent(failed -> {
            ScriptPair small = failed.pair().shrunk(each -> proof.of(each).map(ScriptProof.Failed::kind));
            ScriptProof.Failed least = proof.of(small).orElse(failed);
            fail(proof + "\n" + least.text() + "\n" + least.pair());
        });
    }
}
