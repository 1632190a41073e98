package org.omi.odr.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.dsl.Declarations;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The migrations folder is what Decant generates, and what the classes say. */
class StoryTest {
    private static final Path MIGRATIONS = Path.of("migrations");

    /** What the story comes to is left here, to be compared and copied when it is meant to be different. */
    private static final Path TOLD = Path.of("target", "migrations");

    private static final Journal JOURNAL = Journal.open(MIGRATIONS, Story.DIALECT);

    @Test
    void generating_every_migration_again_gives_the_same_files(@TempDir Path scratch) throws IOException {
        remove(TOLD);
        Story.tell(scratch, TOLD);
        assertThat(files(MIGRATIONS))
                .as("if the difference is meant, put %s in the place of %s", TOLD, MIGRATIONS)
                .isEqualTo(files(TOLD));
    }

    @Test
    void there_is_nothing_to_generate() {
        assertThat(JOURNAL.state())
                .isEqualTo(Story.DIALECT.canonical(
                        Declarations.of(SchemaClasses.all()).schema()));
    }

    @Test
    void the_files_are_as_they_were_written_and_lead_where_they_were_meant_to() {
        assertThat(JOURNAL.verify()).isEmpty();
    }

    @Test
    void nobody_waits_for_the_first_migration() {
        String first = JOURNAL.migrations().getFirst().up().text();
        assertThat(first).contains("nobody waits").doesNotContain("lock on", "blocking:");
    }

    @Test
    void every_migration_has_a_way_back() {
        assertThat(JOURNAL.migrations())
                .extracting(Migration::down)
                .allSatisfy(down -> assertThat(down.steps(Story.DIALECT)).isNotEmpty());
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path each :
                        tree.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
