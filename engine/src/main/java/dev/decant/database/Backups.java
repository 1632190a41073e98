package dev.decant.database;

import dev.decant.config.DatabaseUrl;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Copies a whole database into a file, and back. */
public interface Backups {
    /** A database that Decant cannot copy. */
    Backups NONE = new Backups() {
        @Override
        public void save(DatabaseUrl.Jdbc from, Path file, Consumer<String> progress) {
            throw impossible();
        }

        @Override
        public void load(Path file, DatabaseUrl.Jdbc into, List<String> emptying, Consumer<String> progress) {
            throw impossible();
        }

        private DecantException impossible() {
            return Failure.of("DCT-531", "this Decant cannot back up a database of this kind")
                    .next("copy it with its own tools")
                    .exception();
        }
    };

    /** How the name of a backup ends that nobody gave one. */
    default String suffix() {
        return ".dump";
    }

    /**
     * Writes a backup.
     *
     * @param file a file that is not there yet
     * @param progress is told what is being written, in words for people
     * @throws DecantException DCT-531 when it cannot be made here, DCT-537 when it fails; what there is of the file is of no use then
     */
    void save(DatabaseUrl.Jdbc from, Path file, Consumer<String> progress);

    /**
     * Puts what a backup holds in the place of what is in a database, or leaves that as it was.
     *
     * @param emptying the statements that take away what is there
     * @param progress is told what is being read, in words for people
     * @throws DecantException DCT-531 when it cannot be done here, DCT-537 when it fails; all is as it was then
     */
    void load(Path file, DatabaseUrl.Jdbc into, List<String> emptying, Consumer<String> progress);
}
