package dev.decant.workflow;

import dev.decant.database.Target;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

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
     * Does it.
     *
     * @param file where to; a name made of the database and the time when empty
     * @param progress is told what is being written
     * @return where it is
     */
    public Path run(Optional<Path> file, Consumer<String> progress) {
        Path place = file.orElseGet(this::usual);
        target.database().backups().save(target.url(), place, progress);
        return place;
    }

    private Path usual() {
        String name = target.url().database().replaceAll("[^A-Za-z0-9_-]", "_");
        return home.resolve("backups").resolve(name + "-" + TIME.format(clock.instant()) + ".dump");
    }
}
