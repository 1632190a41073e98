package dev.decant.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import dev.decant.testing.TextDialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadJournalTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T16:17:30Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Path first = Path.of("");
    private Path second = Path.of("");

    @BeforeEach
    void two_migrations() {
        Journal journal = read();
        Migration one = journal.appendCustom("one", CLOCK);
        Migration two = journal.with(one).appendCustom("two", CLOCK);
        first = folder.resolve(one.id());
        second = folder.resolve(two.id());
    }

    private Journal read() {
        return Journal.open(folder, TextDialect.POSTGRESQL);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::read)
                .isInstanceOf(DecantException.class)
                .hasMessage(message.replace("FOLDER", folder.toString()));
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void a_folder_that_is_not_there() {
        Path missing = folder.resolve("elsewhere");
        assertThatThrownBy(() -> Journal.open(missing, TextDialect.POSTGRESQL))
                .hasMessage("DCT-210 " + missing
                        + ": there is no such folder of migrations; generate the first migration, or correct the path");
    }

    @Test
    void a_file_in_the_place_of_the_folder() {
        Path file = first.resolve("up.sql");
        assertThatThrownBy(() -> Journal.open(file, TextDialect.POSTGRESQL))
                .hasMessage("DCT-211 " + file + ": this is a file, not a folder of migrations; correct the path");
    }

    @Test
    void a_missing_file() throws IOException {
        Files.delete(second.resolve("down.sql"));
        assertRefused(
                "DCT-215 FOLDER/20261122161731_two/down.sql: the file is missing; restore it from version control");
    }

    @Test
    void a_truncated_file() throws IOException {
        Path json = second.resolve("migration.json");
        Files.writeString(json, Files.readString(json).substring(0, 60));
        assertRefused("DCT-201 FOLDER/20261122161731_two/migration.json:4:14: the file ends in the middle of a value;"
                + " restore the file from version control");
    }

    @Test
    void a_format_of_the_future() throws IOException {
        edit(first.resolve("migration.json"), "\"format\": 1", "\"format\": 7");
        assertRefused("DCT-202 FOLDER/20261122161730_one/migration.json:2:13: this migration is in format 7,"
                + " this Decant knows formats up to 1; use the Decant that wrote it, or a newer one");
    }

    @Test
    void a_field_that_does_not_exist() throws IOException {
        edit(first.resolve("migration.json"), "\"title\"", "\"titel\"");
        assertRefused("DCT-204 FOLDER/20261122161730_one/migration.json:4:12: there is no field \"titel\" here;"
                + " did you mean \"title\"?");
    }

    @Test
    void a_folder_under_another_name() throws IOException {
        Files.move(second, folder.resolve("20261122161739_two"));
        assertRefused("DCT-204 FOLDER/20261122161739_two/migration.json:3:9: here stands \"20261122161731_two\","
                + " but the folder is called 20261122161739_two; give the folder its name back");
    }

    @Test
    void a_journal_of_another_dialect() throws IOException {
        edit(first.resolve("migration.json"), "\"postgresql\"", "\"sqlite\"");
        assertThatThrownBy(this::read)
                .hasMessageContaining("here stands \"sqlite\", but the journal is for postgresql");
    }

    @Test
    void a_missing_parent() throws IOException {
        for (String file : new String[] {"up.sql", "down.sql", "migration.json"}) {
            Files.delete(first.resolve(file));
        }
        Files.delete(first);
        assertRefused("DCT-213 FOLDER/20261122161731_two/migration.json: 20261122161731_two was made on top of"
                + " 20261122161730_one, which is not here; bring the missing folder from version control");
    }

    @Test
    void a_circle() throws IOException {
        edit(first.resolve("migration.json"), "\"parents\": []", "\"parents\": [\"20261122161731_two\"]");
        assertRefused("DCT-214 these migrations rest on each other in a circle: 20261122161730_one, 20261122161731_two;"
                + " correct the parents in their migration.json");
    }

    @Test
    void strangers() throws IOException {
        Files.writeString(folder.resolve("V1__init.sql"), "");
        Files.createDirectories(folder.resolve("0001_init"));
        Files.writeString(second.resolve("more.sql"), "");
        Files.createDirectories(folder.resolve("hooks"));
        Files.writeString(folder.resolve("hooks/before_migrate.sql"), "");
        Files.writeString(second.resolve("notes.md"), "");
        Files.writeString(folder.resolve(".gitkeep"), "");
        assertRefused("""
                DCT-212 FOLDER/0001_init: this does not belong here: a migration is called like 20261122161730_add_team_slug; move it elsewhere
                DCT-212 FOLDER/20261122161731_two/more.sql: this does not belong here: a migration holds up.sql, down.sql and migration.json, and may hold before.sql, verify.sql and classes; move it elsewhere
                DCT-212 FOLDER/V1__init.sql: this does not belong here: a journal holds folders, one a migration; move it elsewhere
                DCT-212 FOLDER/hooks/before_migrate.sql: this does not belong here: a hook is called before-migrate.sql, after-migrate.sql, before-each.sql, after-each.sql, after-failure.sql, before-rollback.sql, after-rollback.sql; move it elsewhere""");
    }

    @Test
    void a_file_that_is_not_text() throws IOException {
        Files.write(first.resolve("up.sql"), "-- gr\u00FC\u00DFe".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("DCT-216 FOLDER/20261122161730_one/up.sql: the file is not UTF-8; save it as UTF-8");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() throws IOException {
        Files.delete(first.resolve("up.sql"));
        Files.writeString(second.resolve("migration.json"), "{");
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        DecantException.class,
                        e -> assertThat(e.failures())
                                .extracting(dev.decant.failure.Failure::code)
                                .containsExactly("DCT-215", "DCT-201"));
    }
}
