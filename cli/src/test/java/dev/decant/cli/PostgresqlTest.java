package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server, and what keeps people out of it. */
final class PostgresqlTest {
    private static final TestServer SERVER = TestServers.postgres("17");

    @TempDir
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = new Shell(folder);
        shell.run("init");
        shell.run("generate");
    }

    private static String url(String user, String password, String database) {
        return "postgres://" + user + ":" + password + "@" + SERVER.host() + ":" + SERVER.port() + "/" + database;
    }

    private static String url(TestDatabase database) {
        return url(SERVER.user(), SERVER.password(), database.name());
    }

    private void assertFails(Shell.Outcome outcome, String... parts) {
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("DCT-").contains(parts).doesNotContain("\tat ", "Exception");
    }

    @Test
    void the_database_follows_the_code_and_goes_back() throws SQLException {
        try (TestDatabase database = SERVER.freshDatabase()) {
            shell.with("DATABASE_URL", url(database));

            assertThat(shell.run("status").code()).isEqualTo(3);
            assertThat(database.query("select 1 from pg_namespace where nspname = 'decant'"))
                    .isEmpty();
            assertThat(shell.run("migrate").code()).isZero();
            assertThat(database.query("select count(*) from public.users")).containsExactly("0");
            assertThat(shell.run("status").code()).isZero();
            assertThat(shell.run("rollback", "--accept-data-loss").code()).isZero();
            assertThat(database.query("select 1 from pg_tables where tablename = 'users'"))
                    .isEmpty();
        }
    }

    @Test
    void a_server_that_is_down_is_told_with_its_address() {
        assertFails(
                shell.run("status", "--url", "postgres://me:secret@127.0.0.1:1/shop"),
                "DCT-510 postgresql://me@127.0.0.1:1/shop: the server cannot be reached",
                "start it, or check host and port");
    }

    @Test
    void a_wrong_password_is_told_and_never_repeated() {
        Shell.Outcome outcome = shell.run("migrate", "--url", url("postgres", "hunter2", "postgres"), "--verbose");

        assertFails(outcome, "DCT-511 ", "the server does not let this user in", "DECANT_PASSWORD");
        assertThat(outcome.out() + outcome.err()).doesNotContain("hunter2");
    }

    @Test
    void a_password_that_was_not_given_is_told() {
        String url = "postgres://" + SERVER.user() + "@" + SERVER.host() + ":" + SERVER.port() + "/postgres";
        assertFails(shell.run("status", "--url", url), "DCT-511 ", "no password was provided", "DECANT_PASSWORD");
    }

    @Test
    void a_user_that_does_not_exist_is_told() {
        assertFails(shell.run("status", "--url", url("nobody", "x", "postgres")), "DCT-511 ", "nobody");
    }

    @Test
    void a_host_that_nobody_knows_is_told_by_its_name() {
        assertFails(
                shell.run("status", "--url", "postgres://me@no-such-host.invalid/shop"),
                "DCT-510 ",
                "there is no host no-such-host.invalid");
    }

    @Test
    void encryption_that_the_server_has_not_is_no_question_of_a_password() {
        Shell.Outcome outcome =
                shell.run("status", "--url", url(SERVER.user(), SERVER.password(), "postgres") + "?sslmode=require");

        assertFails(outcome, "DCT-511 ", "SSL", "change sslmode");
        assertThat(outcome.err()).doesNotContain("DECANT_PASSWORD");
    }

    @Test
    void a_database_that_only_reads_is_told_and_its_status_is_shown() throws SQLException {
        try (TestDatabase database = SERVER.freshDatabase()) {
            shell.with("DATABASE_URL", url(database));
            database.execute("alter database " + database.name() + " set default_transaction_read_only = on");

            assertThat(shell.run("status").code()).isEqualTo(3);
            assertFails(shell.run("migrate"), "DCT-517 ", "the database takes no changes", "enter the primary server");
        }
    }

    @Test
    void a_role_that_may_have_one_session_is_told_and_nothing_is_changed() throws SQLException {
        try (TestDatabase database = SERVER.freshDatabase()) {
            database.execute("create role single login password 'single' connection limit 1");
            database.execute("grant create on database " + database.name() + " to single");
            try {
                assertFails(
                        shell.run("migrate", "--url", url("single", "single", database.name())),
                        "DCT-514 ",
                        "too many connections for role");
                assertThat(database.query("select 1 from pg_namespace where nspname = 'decant'"))
                        .isEmpty();
            } finally {
                database.execute("revoke create on database " + database.name() + " from single");
                database.execute("drop role single");
            }
        }
    }

    @Test
    void the_limits_of_a_role_do_not_end_a_migration() throws SQLException {
        try (TestDatabase database = SERVER.freshDatabase()) {
            shell.with("DATABASE_URL", url(database));
            for (String setting : List.of("statement_timeout", "idle_in_transaction_session_timeout", "lock_timeout")) {
                database.execute("alter database " + database.name() + " set " + setting + " = '50ms'");
            }
            String up = "migrations/" + shell.migrations().getFirst() + "/up.sql";
            shell.write(up, shell.read(up) + "\nSELECT pg_sleep(0.2);\n");

            assertThat(shell.run("migrate").code()).isZero();
        }
    }

    @Test
    void a_database_that_does_not_exist_is_told() {
        assertFails(
                shell.run("status", "--url", url(SERVER.user(), SERVER.password(), "no_such_database")),
                "DCT-512 ",
                "there is no such database",
                "create it");
    }

    @Test
    void a_user_who_may_not_create_anything_is_told() throws SQLException {
        try (TestDatabase database = SERVER.freshDatabase()) {
            database.execute("create role guest login password 'guest'");
            try {
                assertFails(
                        shell.run("migrate", "--url", url("guest", "guest", database.name())),
                        "permission denied",
                        "guest@");
            } finally {
                database.execute("drop role guest");
            }
        }
    }

    @Test
    void an_error_of_the_server_is_told_with_file_line_statement_and_hint() {
        try (TestDatabase database = SERVER.freshDatabase()) {
            shell.with("DATABASE_URL", url(database));
            String up = "migrations/" + shell.migrations().getFirst() + "/up.sql";
            shell.write(up, shell.read(up).replace("email text", "email varchar2(255)"));

            Shell.Outcome outcome = shell.run("migrate");

            assertFails(outcome, "DCT-523 " + up + ":", "type \"varchar2\" does not exist", "did you mean varchar?");
            assertThat(outcome.err()).contains("    CREATE TABLE public.users (", "email varchar2(255)");
        }
    }

    @Test
    void what_breaks_in_a_transaction_leaves_nothing_behind() throws SQLException {
        try (TestDatabase database = SERVER.freshDatabase()) {
            shell.with("DATABASE_URL", url(database));
            String up = "migrations/" + shell.migrations().getFirst() + "/up.sql";
            shell.write(up, shell.read(up) + "\nSELECT 1 / 0;\n");

            assertFails(shell.run("migrate"), "division by zero", "nothing of this migration was kept");
            assertThat(database.query("select 1 from pg_tables where tablename = 'users'"))
                    .isEmpty();
        }
    }
}
