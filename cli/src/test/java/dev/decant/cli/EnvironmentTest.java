package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The care that some environments ask for. */
final class EnvironmentTest {
    @TempDir
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = Shell.inSqliteProject(folder);
        shell.run("generate", "first");
    }

    private void production(String... lines) {
        shell.write(
                "decant.toml",
                shell.read("decant.toml") + "\n[environment.production]\nurl = \"sqlite:production.db\"\n"
                        + String.join("\n", lines) + "\n");
    }

    @Test
    void a_protected_environment_loses_data_only_by_its_name() {
        production("protected = true");
        shell.run("migrate", "--env", "production");

        Shell.Outcome unnamed = shell.run("rollback", "--env", "production", "--accept-data-loss");
        Shell.Outcome asked = shell.typing(List.of("yes"), "rollback", "--env", "production");
        Shell.Outcome named = shell.run("rollback", "--env", "production", "--accept-data-loss=production");

        assertThat(unnamed.code()).isEqualTo(4);
        assertThat(unnamed.err()).contains("it is protected; if that is meant: --accept-data-loss=production");
        assertThat(asked.code()).isEqualTo(4);
        assertThat(named.code()).isZero();
    }

    @Test
    void a_migration_that_loses_data_of_a_protected_environment_wants_its_name_too() {
        production("protected = true");
        shell.run("migrate", "--env", "production");
        shell.table("Users", "id = integer().primaryKey()");
        shell.run("generate", "--note", "emails are gone");

        assertThat(shell.run("migrate", "--env", "production").code()).isEqualTo(4);
        assertThat(shell.run("migrate", "--env", "production", "--accept-data-loss", "production")
                        .code())
                .isZero();
    }

    @Test
    void outside_of_its_maintenance_window_nothing_runs() {
        String yesterday = java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                .minusDays(2)
                .getDayOfWeek()
                .getDisplayName(java.time.format.TextStyle.SHORT, java.util.Locale.ROOT);
        production("window = \"" + yesterday + " 02:00-03:00 UTC\"");

        Shell.Outcome outcome = shell.run("migrate", "--env", "production");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("DCT-530 production (sqlite:production.db): now is outside");
        assertThat(shell.run("migrate", "--env", "production", "--dry-run").code())
                .isZero();
        assertThat(shell.run("push", "--env", "production", "--yes").err())
                .startsWith("DCT-530 production (sqlite:production.db): now is outside");
        shell.with("DECANT_ENVIRONMENT_PRODUCTION_WINDOW", "daily 00:00-24:00 UTC");
        shell.run("migrate", "--env", "production", "--wait-for-window");
        shell.with("DECANT_ENVIRONMENT_PRODUCTION_WINDOW", "");
        assertThat(shell.run("rollback", "--env", "production", "--accept-data-loss")
                        .err())
                .startsWith("DCT-530 production (sqlite:production.db): now is outside")
                .contains("or wait with --wait-for-window");
    }

    /** A URL may name several servers, of which nobody knows which one a backup would be of. */
    @Test
    void a_backup_that_nobody_can_make_is_not_passed_over(@TempDir Path other) {
        try (TestDatabase database = TestServers.postgres("17").freshDatabase()) {
            String server = database.server().host() + ":" + database.server().port();
            shell = PostgresqlProject.in(other, database);
            shell.write(
                    "schema/Users.java",
                    "package a; import dev.decant.dsl.*; public final class Users extends PgTable {"
                            + " public final Column<Integer> id = integer().primaryKey(); }");
            shell.write(
                    "decant.toml",
                    shell.read("decant.toml") + "[environment.production]\nbackup = true\nurl = \""
                            + PostgresqlProject.url(database).replace(server, server + "," + server) + "\"\n");
            shell.run("generate", "first");

            Shell.Outcome outcome = shell.run("migrate", "--env", "production");

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err()).contains("DCT-531", "DECANT_ENVIRONMENT_PRODUCTION_BACKUP=false");
            assertThat(shell.run("push", "--env", "production", "--yes").err()).contains("DCT-531");
            shell.with("DECANT_ENVIRONMENT_PRODUCTION_BACKUP", "false");
            assertThat(shell.run("migrate", "--env", "production").code()).isZero();
            shell.with("DECANT_ENVIRONMENT_PRODUCTION_BACKUP", "true");
            assertThat(shell.run("rollback", "--env", "production", "--accept-data-loss")
                            .err())
                    .contains("DCT-531", "DECANT_ENVIRONMENT_PRODUCTION_BACKUP=false");
        }
    }
}
