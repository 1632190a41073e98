package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.SystemPrograms;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database in a file, and back. The oldest server, which every pg_dump reads. */
final class BackupTest {
    private static final String ROWS =
            "select count(*), md5(string_agg(users::text, ',' order by id)) from public.users";

    @TempDir
    Path folder;

    private Shell shell = new Shell(Path.of(""));
    private TestDatabase database = TestServers.postgres("14").freshDatabase();

    @BeforeEach
    void makeAProjectWithRows() throws SQLException {
        SystemPrograms.require("pg_dump");
        shell = new Shell(folder);
        shell.run("init");
        shell.run("generate");
        shell.with("DATABASE_URL", database.url());
        shell.run("migrate");
        database.execute("insert into public.users (email) select i || '@example.org' from generate_series(1, 500) i");
    }

    @AfterEach
    void dropTheDatabase() {
        database.close();
    }

    @Test
    void what_was_backed_up_comes_back_rows_and_history_included() throws SQLException {
        List<String> before = database.query(ROWS);
        assertThat(shell.run("backup", "app.dump").out()).contains("app.dump");
        database.execute("delete from public.users; create table public.later (id int)");

        assertThat(shell.run("restore", "app.dump").code()).isEqualTo(4);
        assertThat(shell.run("restore", "app.dump").err())
                .startsWith("DCT-532 ")
                .contains("2 tables with their rows");
        Shell.Outcome outcome = shell.run("restore", "app.dump", "--accept-data-loss");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(database.query(ROWS)).isEqualTo(before);
        assertThat(database.query("select 1 from pg_tables where tablename = 'later'"))
                .isEmpty();
        assertThat(shell.run("status").code()).isZero();
    }

    @Test
    void a_backup_replaces_no_other_file_unless_it_is_told_to() {
        shell.write("app.dump", "what somebody needs");

        Shell.Outcome outcome = shell.run("backup", "app.dump");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("DCT-549 app.dump: ").contains("--replace");
        assertThat(shell.read("app.dump")).isEqualTo("what somebody needs");
        assertThat(shell.run("backup", ".").err()).startsWith("DCT-549 ").contains("folder");
        assertThat(shell.run("backup", "app.dump", "--replace").code()).isZero();
        assertThat(shell.run("restore", "app.dump", "--accept-data-loss").code())
                .isZero();
    }

    @Test
    void a_backup_that_fails_leaves_what_was_there_and_nothing_half() throws Exception {
        shell.write("app.dump", "what somebody needs");
        database.execute("create role decant_poor login password 'decant_poor'");
        try {
            Shell.Outcome outcome = shell.run(
                    "backup",
                    "app.dump",
                    "--replace",
                    "--url",
                    database.url().replaceFirst("//.*@", "//decant_poor:decant_poor@"));

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err()).startsWith("DCT-537 ").contains("permission denied");
        } finally {
            database.execute("drop role decant_poor");
        }
        assertThat(shell.read("app.dump")).isEqualTo("what somebody needs");
        try (var files = Files.list(folder)) {
            assertThat(files.map(String::valueOf)).noneMatch(file -> file.endsWith(".part"));
        }
    }

    @Test
    void a_backup_that_is_not_there_takes_nothing_away() throws SQLException {
        assertThat(shell.run("restore", "nothing.dump", "--accept-data-loss").err())
                .startsWith("DCT-537 ");
        assertThat(database.query("select count(*) from public.users")).containsExactly("500");
    }

    @Test
    void a_backup_that_is_broken_takes_nothing_away() throws Exception {
        assertThat(shell.run("backup", "app.dump").code()).isZero();
        byte[] whole = Files.readAllBytes(folder.resolve("app.dump"));
        Files.write(folder.resolve("half.dump"), Arrays.copyOf(whole, whole.length * 3 / 4));
        Files.writeString(folder.resolve("odd.dump"), "no dump at all");

        for (String file : List.of("half.dump", "odd.dump")) {
            Shell.Outcome outcome = shell.run("restore", file, "--accept-data-loss");
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err()).startsWith("DCT-537 ").contains("pg_restore: error", "nothing was changed");
            assertThat(database.query("select count(*) from public.users")).containsExactly("500");
        }
    }

    @Test
    void a_backup_that_does_not_fit_the_server_takes_nothing_away() throws Exception {
        try (TestDatabase other = TestServers.postgres("14").freshDatabase()) {
            other.execute(
                    "create role decant_gone; create table public.theirs (id int); alter table public.theirs owner to decant_gone;"
                            + " grant select on public.theirs to decant_gone");
            assertThat(shell.run("backup", "theirs.dump", "--url", other.url()).code())
                    .isZero();
            other.execute("drop owned by decant_gone; drop role decant_gone");
        }

        Shell.Outcome outcome = shell.run("restore", "theirs.dump", "--accept-data-loss");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("decant_gone", "nothing was changed");
        assertThat(database.query("select count(*) from public.users")).containsExactly("500");
    }

    @Test
    void a_backup_is_made_before_migrating_and_only_when_there_is_something_to_run() throws Exception {
        shell.run("generate", "--custom", "more");
        String migration = "migrations/" + shell.migrations().getLast();
        shell.write(migration + "/up.sql", "create table public.more (id int);\n");
        shell.write(migration + "/down.sql", "drop table public.more;\n");

        assertThat(shell.run("migrate", "--backup").code()).isZero();
        assertThat(shell.run("migrate", "--backup").code()).isZero();

        try (var files = Files.list(folder.resolve(".decant/backups"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .singleElement()
                    .asString()
                    .matches("test_\\d+-\\d{8}-\\d{6}\\.dump");
        }
    }

    @Test
    void a_backup_is_made_before_taking_back_and_before_pushing() throws Exception {
        shell.run("generate", "--custom", "more");
        String migration = "migrations/" + shell.migrations().getLast();
        shell.write(migration + "/up.sql", "create table public.more (id int);\n");
        shell.write(migration + "/down.sql", "drop table public.more;\n");
        shell.run("migrate");

        assertThat(shell.run("rollback", "--backup", "--accept-data-loss").code())
                .isZero();
        assertThat(shell.has(".decant/backups")).isTrue();

        Files.move(folder.resolve(".decant/backups"), folder.resolve("rolled-back"));
        shell.run("push", "--yes", "--backup");
        assertThat(shell.has(".decant/backups"))
                .as("a push that has nothing to do makes none")
                .isFalse();
    }
}
