package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of backups on SQLite, with the same care as on PostgreSQL. */
final class SqliteBackupTest {
    @TempDir
    Path folder;

    @Test
    void a_backup_replaces_nothing_unasked_and_comes_back_when_what_is_there_may_go() {
        Shell shell = Shell.inSqliteProject(folder);
        shell.run("generate");
        assertThat(shell.run("migrate").code()).isZero();

        assertThat(shell.run("backup", "one.db").out()).contains("one.db");
        assertThat(shell.run("backup", "one.db").err()).startsWith("DCT-549 one.db: ");
        assertThat(shell.run("backup", "one.db", "--replace").code()).isZero();
        assertThat(shell.run("rollback", "--accept-data-loss").code()).isZero();
        assertThat(shell.run("status").code()).isEqualTo(3);

        assertThat(shell.run("restore", "one.db", "--accept-data-loss").code()).isZero();
        assertThat(shell.run("status").code()).isZero();
        assertThat(shell.run("restore", "one.db").err()).startsWith("DCT-532 ");
    }

    @Test
    void a_backup_is_made_before_migrating() throws IOException {
        Shell shell = Shell.inSqliteProject(folder);
        shell.run("generate");
        assertThat(shell.run("migrate", "--backup").code()).isZero();
        try (Stream<Path> files = Files.list(folder.resolve(".decant/backups"))) {
            assertThat(files).singleElement().asString().endsWith(".db");
        }
    }
}
