package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.SystemPrograms;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process: what only a process shows. */
final class ProcessTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private static List<String> decant(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.decant.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DECANT_") || name.equals("NO_COLOR"));
        return builder.redirectErrorStream(true).start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static int code(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void the_exit_code_is_the_process_s_and_the_output_is_utf_8() throws Exception {
        Shell shell = Shell.inSqliteProject(folder);
        shell.run("generate", "Gr\u00f6\u00dfe");

        Process process = start(decant(List.of(), "status"));

        assertThat(output(process)).contains("Gr\u00f6\u00dfe", "pending").doesNotContain("\u001b[");
        assertThat(code(process)).isEqualTo(3);
    }

    @Test
    void a_reader_that_goes_away_is_no_error() throws Exception {
        Shell.inSqliteProject(folder);
        String line = String.join(" ", decant(List.of(), "help", "generate")) + " | head -n 1";

        Process process = start(List.of("sh", "-c", line));

        assertThat(output(process).lines()).hasSize(1);
    }

    @Test
    void ctrl_c_cancels_the_statement_in_the_server_and_undoes_what_was_begun() throws Exception {
        try (TestDatabase database = TestServers.postgres("17").freshDatabase()) {
            customMigration("CREATE TABLE begun (id int);\nSELECT pg_sleep(600);\n");

            interrupt(database, "SELECT pg_sleep%", "up.sql:2:1: somebody interrupted the run in this statement");

            assertThat(database.query("select 1 from pg_tables where tablename = 'begun'"))
                    .isEmpty();
        }
    }

    @Test
    void ctrl_c_cancels_rows_that_are_sent_together_and_the_next_run_puts_them_in() throws Exception {
        try (TestDatabase database = TestServers.postgres("17").freshDatabase()) {
            database.execute("create table word (id int check (id <> 3 or pg_sleep(600) is not null))");
            Shell shell = customMigration(IntStream.rangeClosed(1, 1500)
                    .mapToObj(id -> "INSERT INTO word VALUES (" + id + ");\n")
                    .collect(Collectors.joining()));

            interrupt(database, "INSERT INTO word%", "up.sql:3:1: somebody interrupted the run in this statement");

            assertThat(database.query("select count(*) from word")).containsExactly("0");
            shell.with("DATABASE_URL", database.url());
            assertThat(shell.run("status").out()).contains("failed", "somebody interrupted the run");
            database.execute("alter table word drop constraint word_id_check");
            assertThat(shell.run("migrate").code()).isZero();
            assertThat(database.query("select count(*), sum(id) from word")).containsExactly("1500|1125750");
        }
    }

    /** Until tomorrow at the least. */
    @Test
    void ctrl_c_ends_the_wait_for_a_maintenance_window_at_once() throws Exception {
        Shell shell = Shell.inSqliteProject(folder);
        shell.run("generate");
        String inTwoDays =
                LocalDate.now(ZoneOffset.UTC).plusDays(2).getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ROOT);
        shell.write(
                "decant.toml",
                shell.read("decant.toml") + "[environment.production]\nurl = \"sqlite:app.db\"\nwindow = \"" + inTwoDays
                        + " 02:00-03:00 UTC\"\n");
        Process process = start(decant(List.of(), "migrate", "--env", "production", "--wait-for-window"));
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        assertThat(lines.readLine()).contains("waiting for the maintenance window");

        signal(process, "INT");

        assertThat(lines.lines())
                .anyMatch(line -> line.contains("DCT-521 interrupted while waiting for the maintenance window"))
                .noneMatch(line -> line.contains("did not end"));
        assertThat(code(process)).isEqualTo(130);
    }

    private Shell customMigration(String up) {
        Shell shell = new Shell(folder);
        shell.run("init", "--yes");
        shell.run("generate", "--custom", "some");
        shell.write("migrations/" + shell.migrations().getFirst() + "/up.sql", up);
        return shell;
    }

    /** Migrates, and presses Ctrl+C in a statement. */
    private void interrupt(TestDatabase database, String statement, String message) throws Exception {
        Process process = start(decant(List.of(), "migrate", "--url", database.url()));
        String running = "select 1 from pg_stat_activity where query like '" + statement + "' and state = 'active'";
        await(database, running + " and wait_event = 'PgSleep'", true);

        signal(process, "INT");

        assertThat(output(process))
                .contains("Interrupted", "DCT-548", message, "nothing of this migration was kept", "decant status")
                .doesNotContain("too late");
        assertThat(code(process)).isEqualTo(130);
        await(database, running, false);
        await(database, "select 1 from pg_locks where locktype = 'advisory'", false);
    }

    /** psql by itself would take the end of what it is told for the end of the transaction, and commit it; more than a pipe holds. */
    @Test
    void a_restore_that_is_killed_in_the_middle_takes_nothing_away() throws Exception {
        SystemPrograms.require("pg_dump");
        try (TestDatabase database = TestServers.postgres("14").freshDatabase()) {
            Shell shell = new Shell(folder).with("DATABASE_URL", database.url());
            shell.run("init", "--yes");
            database.execute("create table kept as select i, md5(i::text) from generate_series(1, 20000) i");
            assertThat(shell.run("backup", "app.dump").code()).isZero();
            database.execute("delete from kept where i > 700");
            String restoring = "select 1 from pg_stat_activity where application_name = 'decant backup'";
            try (Connection reader = database.open()) {
                reader.setAutoCommit(false);
                reader.createStatement().execute("select * from kept");
                Process process =
                        start(decant(List.of(), "restore", "app.dump", "--accept-data-loss", "--url", database.url()));
                await(database, restoring + " and wait_event_type = 'Lock'", true);

                process.destroyForcibly().waitFor();
            }
            await(database, restoring, false);
            assertThat(database.query("select count(*), sum(i) from kept")).containsExactly("700|245350");
        }
    }

    /** Stopped for a moment, so that pg_dump has more to say than a pipe holds when its reader goes away. */
    @Test
    void a_backup_that_is_killed_in_the_middle_is_written_by_nobody_any_more() throws Exception {
        SystemPrograms.require("pg_dump");
        try (TestDatabase database = TestServers.postgres("14").freshDatabase()) {
            new Shell(folder).run("init", "--yes");
            database.execute("create table many as select md5(i::text) from generate_series(1, 50000) i");
            String dumping = "select 1 from pg_stat_activity where application_name = 'decant backup'";
            Process process;
            try (Connection writer = database.open()) {
                writer.setAutoCommit(false);
                writer.createStatement().execute("lock table many");
                process = start(decant(List.of(), "backup", "app.dump", "--url", database.url()));
                await(database, dumping + " and wait_event_type = 'Lock'", true);
                signal(process, "STOP");
            }
            await(database, dumping + " and query like 'COPY%'", true);

            process.destroyForcibly().waitFor();

            await(database, dumping, false);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.filter(file -> file.toString().contains("app.dump")))
                        .allSatisfy(
                                file -> assertThat(file).hasSize(0).asString().endsWith(".part"));
            }
        }
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private static void await(TestDatabase database, String query, boolean found)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (database.query(query).isEmpty() == found) {
            assertThat(System.nanoTime()).as(query).isLessThan(end);
            Thread.sleep(50);
        }
    }

    @Test
    void a_person_at_a_real_terminal_is_asked() throws Exception {
        Path script = SystemPrograms.require("script");
        Shell shell = Shell.inSqliteProject(folder);
        shell.run("generate");
        shell.table("Users", "id = integer().primaryKey()", "mail = text().notNull()");
        String line = "'" + String.join("' '", decant(List.of("-Ddecant.terminal=in,out,err"), "generate")) + "'";
        Process process = start(List.of(script.toString(), "-qec", line, "/dev/null"));

        process.getOutputStream().write("1\nread mail\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();

        assertThat(output(process)).contains("was it renamed?", "it was email", "~ column users.email to mail");
        assertThat(code(process)).isZero();
        assertThat(shell.migrations()).hasSize(2);
    }
}
