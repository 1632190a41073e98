package dev.decant.workflow;

import dev.decant.failure.Failure;
import dev.decant.journal.JavaFile;
import dev.decant.journal.Journal;
import dev.decant.journal.JournalIndex;
import dev.decant.journal.Migration;
import dev.decant.source.JavaCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The verb {@code index}: the list of what an application carries, with the classes of its migrations, compiled. */
public final class Index {
    private final Journal journal;
    private final JavaCode code;

    /**
     * Writes an index for a journal.
     *
     * @param code makes classes of the Java in it
     */
    public Index(Journal journal, JavaCode code) {
        this.journal = journal;
        this.code = code;
    }

    /**
     * Does it, into the folder of the journal.
     *
     * @return the file
     * @throws dev.decant.failure.DecantException DCT-218 when it cannot be written, DCT-310 and DCT-311 when something does not compile
     */
    public Path run() {
        Map<String, List<String>> classes = new HashMap<>();
        for (Migration migration : journal.migrations()) {
            List<JavaFile> files = migration.up().java();
            if (!files.isEmpty()) {
                classes.put(migration.id(), write(migration, new TreeMap<>(code.compile(files))));
            }
        }
        return JournalIndex.write(journal, classes);
    }

    private List<String> write(Migration migration, Map<String, byte[]> classes) {
        Path folder = journal.folder().resolve(migration.id());
        try {
            for (Map.Entry<String, byte[]> each : classes.entrySet()) {
                Files.write(folder.resolve(each.getKey() + ".class"), each.getValue());
            }
        } catch (IOException e) {
            throw Failure.of("DCT-218", "cannot be written: " + e.getMessage())
                    .at(folder.toString())
                    .next("see that there is room and that you may write there")
                    .exception(e);
        }
        return List.copyOf(classes.keySet());
    }
}
