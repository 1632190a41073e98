package dev.decant.journal;

import dev.decant.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The list of the migrations in a folder, for where folders cannot be listed: in a jar, in a native image. It is made when an application is
 * packed and is no part of what is versioned, so that two branches never quarrel over it.
 */
public final class JournalIndex {
    /** The file, beside the folders of the migrations. */
    static final String FILE = "index.txt";

    private JournalIndex() {}

    /** The ids that an index lists. */
    static List<String> read(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Writes the index of a journal into its folder, in the order in which the migrations run; tells where. */
    public static Path write(Journal journal) {
        Path file = journal.folder().resolve(FILE);
        try {
            List<String> ids = journal.migrations().stream().map(Migration::id).toList();
            Files.writeString(file, ids.isEmpty() ? "" : String.join("\n", ids) + "\n");
            return file;
        } catch (IOException e) {
            throw Failure.of("DCT-218", "cannot be written: " + e.getMessage())
                    .at(file.toString())
                    .next("see that there is room and that you may write there")
                    .exception(e);
        }
    }
}
