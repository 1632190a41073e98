package dev.decant.journal;

import dev.decant.config.FileTrouble;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of the migrations in a folder, for where folders cannot be listed: in a jar, in a native image. It is made when an application is
 * packed and is no part of what is versioned, so that two branches never quarrel over it.
 */
public final class JournalIndex {
    /** The file, beside the folders of the migrations. */
    static final String FILE = "index.txt";

    private JournalIndex() {}

    /**
     * A line of an index.
     *
     * @param path the folder of a migration, or the file of a script
     * @param files the files of the migration beside those that each has
     */
    record Line(String path, List<String> files) {
        static Line of(String text) {
            List<String> words = List.of(text.split(" +", -1));
            return new Line(words.getFirst(), words.subList(1, words.size()));
        }

        @Override
        public String toString() {
            return String.join(
                    " ", Stream.concat(Stream.of(path), files.stream()).toList());
        }
    }

    /** What an index lists. */
    static List<Line> read(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Line::of)
                .toList();
    }

    /**
     * Writes the index of a journal into its folder, migrations in the order in which they run; tells where.
     *
     * @param classes the names of the compiled classes in the folders of migrations, by the id of the migration
     * @throws dev.decant.failure.DecantException DCT-218 when it cannot be written
     */
    public static Path write(Journal journal, Map<String, List<String>> classes) {
        Path file = journal.folder().resolve(FILE);
        try {
            String text = lines(journal, classes).map(line -> line + "\n").collect(Collectors.joining());
            Files.writeString(file, text);
            return file;
        } catch (IOException e) {
            throw Failure.of("DCT-218", "cannot be written: " + FileTrouble.words(e))
                    .at(file.toString())
                    .next("see that there is room and that you may write there")
                    .exception(e);
        }
    }

    private static Stream<Line> lines(Journal journal, Map<String, List<String>> classes) {
        Stream<Line> migrations = journal.migrations().stream()
                .map(migration -> line(migration, classes.getOrDefault(migration.id(), List.of())));
        Stream<Line> repeatables = journal.scripts().repeatables().stream()
                .map(script -> new Line(script.id() + ScriptReader.SQL, List.of()));
        Stream<Line> hooks = journal.scripts().hooks().keySet().stream()
                .sorted()
                .map(hook -> new Line(Hook.FOLDER + "/" + hook.file(), List.of()));
        return Stream.of(migrations, repeatables, hooks).flatMap(each -> each);
    }

    private static Line line(Migration migration, List<String> classes) {
        List<String> files = new ArrayList<>();
        migration.assertions().before().ifPresent(file -> files.add(MigrationFiles.BEFORE));
        migration.assertions().verify().ifPresent(file -> files.add(MigrationFiles.VERIFY));
        for (JavaFile java : migration.up().java()) {
            files.add(java.name() + JavaFile.EXTENSION);
        }
        classes.forEach(name -> files.add(name + MigrationFiles.CLASS));
        return new Line(migration.id(), files);
    }
}
