package dev.decant.workflow;

import dev.decant.config.FileTrouble;
import dev.decant.database.Target;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The verb {@code backup}: a whole database in a file. */
public final class Backup {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Target target;
    private final Path home;
    private final Clock clock;

    /**
     * Backs up a database.
     *
     * @param home where backups go that are given no place: into the folder {@code backups} in it
     */
    public Backup(Target target, Path home, Clock clock) {
        this.target = target;
        this.home = home;
        this.clock = clock;
    }

    /**
     * Does it. A file has its name once it is whole, and not before.
     *
     * @param file where to; a name made of the database and the time when empty
     * @param replace whether a file that is there already goes
     * @param progress is told what is being written
     * @return where it is
     * @throws dev.decant.failure.DecantException DCT-549 when there is something already; DCT-531 when no backup can be made here, DCT-537 when it fails
     */
    public Path run(Optional<Path> file, boolean replace, Consumer<String> progress) {
        Path place = file.orElseGet(this::usual);
        requireRoom(place, replace);
        Path unfinished = place.resolveSibling(
                place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            target.database().backups().save(target.url(), unfinished, progress);
            requireRoom(place, replace);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
            return place;
        } catch (IOException e) {
            throw Failure.of("DCT-537", "the backup cannot be given its name: " + FileTrouble.words(e))
                    .at(place.toString())
                    .next("correct the cause and try again; nothing was changed")
                    .exception(e);
        } finally {
            delete(unfinished);
        }
    }

    private static void requireRoom(Path place, boolean replace) {
        if (Files.isDirectory(place)) {
            throw Failure.of("DCT-549", "a backup is a file, and this is a folder")
                    .at(place.toString())
                    .next("name a file in it")
                    .exception();
        }
        if (Files.exists(place) && !replace) {
            throw Failure.of(
                            "DCT-549",
                            "there is a file of this name already, which may be a backup that somebody needs")
                    .at(place.toString())
                    .next("name another file; or, if it can go: --replace")
                    .exception();
        }
    }

    private static void delete(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name that no file has yet. */
    private Path usual() {
        String name = target.url().database().replaceAll("[^A-Za-z0-9_-]", "_") + "-" + TIME.format(clock.instant());
        String suffix = target.database().backups().suffix();
        Path folder = home.resolve("backups");
        return Stream.iterate(1, number -> number + 1)
                .map(number -> folder.resolve(name + (number == 1 ? "" : "-" + number) + suffix))
                .filter(place -> !Files.exists(place))
                .findFirst()
                .orElseThrow();
    }
}
