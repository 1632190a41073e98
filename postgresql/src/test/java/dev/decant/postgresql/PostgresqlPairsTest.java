package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.decant.testkit.Seeds;
import dev.decant.testkit.postgresql.TestServers;
import dev.decant.testkit.script.RandomScripts;
import dev.decant.testkit.script.Sketch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plans between what random scripts over all kinds of objects make, run on the oldest and the newest PostgreSQL: the way there and the way
 * back.
 *
 * <p>The pairs are the same at every run: the first 200, and in the nightly run, {@code -Ddecant.pairs=2000}, so many more. {@code
 * -Ddecant.first} begins with another one, and with any when it says {@code random}; with which is printed. One is proved again with {@code
 * -Ddecant.seed}. A failure tells all seeds that failed, and of the first the smallest scripts that still fail so; what was refused, by its
 * name in {@link Refusal}, is printed, and may happen to one pair in a hundred.
 */
@Execution(ExecutionMode.CONCURRENT)
class PostgresqlPairsTest {
    private static final int USUAL = 200;
    private static final long RARELY = 0x5EED;
    private static final long ODDLY = 0x0DD;
    private static final int PAIRS_A_REFUSAL = 100;

    static List<String> majors() {
        return List.of(TestServers.majors().getFirst(), TestServers.majors().getLast());
    }

    @ParameterizedTest
    @MethodSource("majors")
    void what_one_script_makes_becomes_what_another_makes_and_is_then_what_it_was(String major) {
        long[] seeds = seeds();
        System.err.printf("PostgreSQL %s: pairs %d to %d%n", major, seeds[0], seeds[seeds.length - 1]);
        List<Long> failed = new ArrayList<>();
        Map<Refusal, List<Long>> refused = new EnumMap<>(Refusal.class);
        for (long seed : seeds) {
            Optional<ScriptProof.Failed> failure = proof(major, seed).of(pair(seed));
            failure.flatMap(Refusal::of)
                    .ifPresent(refusal -> refused.computeIfAbsent(refusal, each -> new ArrayList<>())
                            .add(seed));
            if (failure.isPresent() && failure.flatMap(Refusal::of).isEmpty()) {
                System.err.printf("PostgreSQL %s: pair %d failed%n", major, seed);
                failed.add(seed);
            }
        }
        System.err.printf(
                "PostgreSQL %s: of %d pairs %d failed %s, refused %s%n",
                major, seeds.length, failed.size(), failed, refused);
        if (!failed.isEmpty()) {
            fail(
                    "PostgreSQL %s, -Ddecant.seed= one of %s; the first:%n%s",
                    major, failed, smallest(major, failed.getFirst()));
        }
        assertThat(refused.values().stream().mapToInt(List::size).sum())
                .as("refused: %s", refused)
                .isLessThanOrEqualTo(isUsual() ? 0 : 1 + seeds.length / PAIRS_A_REFUSAL);
    }

    /** Of the pairs that are always the same none is refused. */
    private static boolean isUsual() {
        return Stream.of("decant.seed", "decant.pairs", "decant.first")
                .allMatch(property -> System.getProperty(property) == null);
    }

    private static long[] seeds() {
        if (System.getProperty("decant.seed") != null) {
            return Seeds.of(1).toArray();
        }
        int pairs = Integer.getInteger("decant.pairs", USUAL);
        String first = System.getProperty("decant.first", "1");
        return first.equals("random")
                ? Seeds.of(pairs).toArray()
                : LongStream.range(0, pairs).map(i -> Long.parseLong(first) + i).toArray();
    }

    private static ScriptPair pair(long seed) {
        RandomScripts scripts =
                new RandomScripts(new Random(seed), new Random(seed ^ RARELY), new Random(seed ^ ODDLY));
        Sketch before = scripts.next();
        return new ScriptPair(before, scripts.edited(before));
    }

    private static ScriptProof proof(String major, long seed) {
        return new ScriptProof(major, seed % 2 == 0, seed % 5 == 0, seed % 3 != 0, seed);
    }

    private static String smallest(String major, long seed) {
        ScriptProof proof = proof(major, seed);
        Optional<ScriptProof.Failed> failed = proof.of(pair(seed));
        ScriptPair small = failed.map(ScriptProof.Failed::pair)
                .orElse(pair(seed))
                .shrunk(each -> proof.of(each).map(ScriptProof.Failed::kind));
        return proof.of(small)
                .or(() -> failed)
                .map(least -> proof + "\n" + least.text() + "\n" + least.pair())
                .orElse("");
    }
}
