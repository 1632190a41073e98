package dev.decant.embedded.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The extension pgvector for embedded servers, whose binaries come without it.
 *
 * <p>It is built once from Debian's source package against the headers that Debian publishes for the same major
 * version, kept in a folder {@code pgvector-17}, and copied into the unpacked binaries; a running server needs no
 * restart. Nothing outside of these folders is touched. An installed PostgreSQL is never changed.
 *
 * @param folder that holds {@code pgvector-<major>}, such as {@code .decant}
 * @param progress is told when the build begins
 */
public record PgVector(Path folder, Consumer<Progress> progress) {
    // The release of Debian that has each major version; a release has one, so the other majors have no headers.
    private static final Map<Integer, String> DEBIAN_RELEASES = Map.of(15, "bookworm", 17, "trixie");
    private static final String SOURCE_RELEASE = "trixie";
    private static final List<String> PROGRAMS = List.of("apt-get", "dpkg-deb", "gcc", "tar");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    public PgVector {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Keeps what it builds in this folder and tells nobody. */
    public static PgVector in(Path folder) {
        return new PgVector(folder, event -> {});
    }

    /** The same, telling somebody when the build begins. */
    public PgVector telling(Consumer<Progress> listener) {
        return new PgVector(folder, listener);
    }

    /** Why pgvector cannot be had for this PostgreSQL here; empty if it is there or can be built. */
    public Optional<String> obstacle(Installation installation) {
        return installation.hasExtension("vector") || isBuilt(installation)
                ? Optional.empty()
                : reason(installation).map(reason -> unavailable(installation, reason));
    }

    /** Makes pgvector available, if that is possible; this may take half a minute and never throws for a failed build. */
    public PgVectorState ensure(Installation installation) {
        if (installation.hasExtension("vector")) {
            return new PgVectorState.Available();
        }
        Optional<String> obstacle = obstacle(installation);
        if (obstacle.isPresent()) {
            return new PgVectorState.Unavailable(obstacle.get());
        }
        Folders.create(folder);
        try (FolderLock lock = FolderLock.acquire(folder.resolve(".pgvector.lock"))) {
            return build(installation);
        }
    }

    private PgVectorState build(Installation installation) {
        if (!isBuilt(installation)) {
            Path log = folder.resolve("pgvector-" + installation.major() + ".log");
            progress.accept(new Progress.BuildingPgVector(installation.major(), log));
            Command.Outcome outcome = build(installation.major(), log);
            if (!outcome.succeeded()) {
                return new PgVectorState.Unavailable(unavailable(
                        installation, "its build failed: " + outcome.summary() + " (all of it: " + log + ")"));
            }
        }
        install(installation);
        return new PgVectorState.Built(built(installation));
    }

    private Command.Outcome build(int major, Path log) {
        Path work = folder.resolve(".building-pgvector-" + major);
        Folders.delete(work);
        Folders.create(work);
        Path script = work.resolve("build-pgvector.sh");
        Folders.writePrivate(script, script());
        Path result = work.resolve("result");
        String release = Objects.requireNonNull(DEBIAN_RELEASES.get(major), "release");
        Command.Outcome outcome = Command.of(
                        "sh", script.toString(), result.toString(), String.valueOf(major), release, SOURCE_RELEASE)
                .within(LIMIT)
                .run();
        Folders.writePrivate(log, outcome.output() + "\n");
        if (outcome.succeeded()) {
            Folders.delete(folder.resolve("pgvector-" + major));
            Folders.rename(result, folder.resolve("pgvector-" + major));
        }
        Folders.delete(work);
        return outcome;
    }

    // The control file comes last: PostgreSQL knows an extension by it.
    private void install(Installation installation) {
        try {
            copy(built(installation).resolve("vector.so"), installation.libraryFolder());
            for (Path file : extensionFiles(installation)) {
                copy(file, installation.extensionFolder());
            }
        } catch (IOException | UncheckedIOException e) {
            throw Folders.trouble(installation.bin(), e);
        }
    }

    private List<Path> extensionFiles(Installation installation) throws IOException {
        try (Stream<Path> files = Files.list(built(installation).resolve("extension"))) {
            return files.sorted((a, b) -> Boolean.compare(isControl(a), isControl(b)))
                    .toList();
        }
    }

    private static boolean isControl(Path file) {
        return file.toString().endsWith(".control");
    }

    // Renamed into place: a server that has the old library open keeps it.
    private static void copy(Path file, Path into) throws IOException {
        Path unfinished = into.resolve(
                "." + file.getFileName() + "-" + ProcessHandle.current().pid());
        Files.deleteIfExists(unfinished);
        Files.copy(file, unfinished);
        Folders.rename(unfinished, into.resolve(file.getFileName()));
    }

    private Path built(Installation installation) {
        return folder.resolve("pgvector-" + installation.major());
    }

    private boolean isBuilt(Installation installation) {
        return installation.unpacked() && Files.exists(built(installation).resolve("vector.so"));
    }

    private static Optional<String> reason(Installation installation) {
        int major = installation.major();
        if (!installation.unpacked()) {
            return Optional.of("an installed PostgreSQL is not changed; install the package postgresql-" + major
                    + "-pgvector, or what your system calls it");
        }
        if (!Platform.current().isLinux()) {
            return Optional.of("it is built from Debian's packages, and this is " + System.getProperty("os.name"));
        }
        if (!DEBIAN_RELEASES.containsKey(major)) {
            return Optional.of("no release of Debian has the headers of PostgreSQL " + major + " (there are: "
                    + String.join(
                            ", ",
                            DEBIAN_RELEASES.keySet().stream()
                                    .sorted()
                                    .map(String::valueOf)
                                    .toList())
                    + ")");
        }
        List<String> missing =
                PROGRAMS.stream().filter(name -> Command.found(name).isEmpty()).toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of("to build it, install " + String.join(", ", missing));
    }

    private static String unavailable(Installation installation, String reason) {
        return "pgvector cannot be had for PostgreSQL " + installation.major() + " on this machine: " + reason;
    }

    private static String script() {
        try (InputStream stream = PgVector.class.getResourceAsStream("build-pgvector.sh")) {
            return new String(
                    Objects.requireNonNull(stream, "build-pgvector.sh").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
