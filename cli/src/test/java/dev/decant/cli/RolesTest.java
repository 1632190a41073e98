package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles, and what they may do, from code into databases and back. */
final class RolesTest {
    private static final TestServer SERVER = TestServers.postgres("17");

    @TempDir
    Path folder;

    private final TestDatabase database = SERVER.freshDatabase();
    private final String role = "role_" + ThreadLocalRandom.current().nextInt(1_000_000);
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = PostgresqlProject.in(folder, database);
        shell.write("schema/Notes.java", """
                import dev.decant.dsl.*;

                @RowLevelSecurity
                public final class Notes extends PgTable {
                    public final Column<Integer> id = integer().primaryKey();
                    public final Column<String> text = text();
                    public final Policy own = policy().to("%").using("id > 0");
                    public final Access access = access().grant("%", "SELECT").grantOn("%", "UPDATE", text);
                }
                """.replace("%", role));
        declare(".login()");
    }

    private void declare(String calls) {
        shell.write(
                "schema/Roles.java", """
                import dev.decant.dsl.*;
                import dev.decant.model.privilege.DefaultPrivileges;

                public final class Roles extends PgSchema {
                    public final ServerRole app = role("%")$;
                    public final DefaultAccess tables = defaultAccess("#", DefaultPrivileges.Things.TABLES).grant("%", "SELECT");
                }
                """.replace("%", role).replace("$", calls).replace("#", database.user()));
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        if (!database.query("select 1 from pg_roles where rolname = '" + role + "'")
                .isEmpty()) {
            database.execute("drop owned by " + role + "; drop role " + role);
        }
        database.close();
    }

    private Shell.Outcome push(String... more) {
        String[] all = new String[more.length + 5];
        System.arraycopy(new String[] {"push", "--yes", "--privileges", "--roles", role}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return shell.run(all);
    }

    private void assertPushed() {
        Shell.Outcome outcome = push();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
    }

    @Test
    void a_role_and_its_privileges_are_pushed_once() throws SQLException {
        Shell.Outcome first = push();
        assertThat(first.err()).isEmpty();
        assertThat(first.code()).isZero();
        assertThat(push().out()).contains("Nothing to do");

        declare(".createDatabase().connectionLimit(3)");
        assertPushed();
        assertThat(push().out()).contains("Nothing to do");
        assertThat(database.query("select rolcreatedb and not rolcanlogin and rolconnlimit = 3 from pg_roles"
                        + " where rolname = '" + role + "'"))
                .containsExactly("t");
    }

    @Test
    void a_table_that_default_privileges_opened_is_as_it_was_wanted() {
        assertPushed();
        shell.write("schema/Later.java", """
                import dev.decant.dsl.*;

                public final class Later extends PgTable {
                    public final Column<Integer> id = integer().primaryKey();
                }
                """);
        Shell.Outcome outcome = push();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(push().out()).contains("Nothing to do");
    }

    @Test
    void a_role_that_is_there_already_is_altered_and_none_is_dropped() throws SQLException {
        database.execute("create role " + role + " nologin password 'kept'");
        assertPushed();
        assertThat(database.query(
                        "select rolcanlogin and rolpassword is not null from pg_authid where rolname = '" + role + "'"))
                .containsExactly("t");

        shell.write("schema/Roles.java", """
                import dev.decant.dsl.*;

                public final class Roles extends PgSchema {
                    public final Sequence numbers = sequence();
                }
                """);
        assertPushed();
        assertThat(database.query("select 1 from pg_roles where rolname = '" + role + "'"))
                .isNotEmpty();
    }

    @Test
    void without_being_asked_push_leaves_both_and_says_so() throws SQLException {
        database.execute("create role " + role);
        Shell.Outcome outcome = shell.run("push", "--yes");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("what roles may do is not looked at", "role " + role + " is not looked at");
        assertThat(shell.run("push", "--yes").out()).contains("Nothing to do");
    }

    @Test
    void a_migration_makes_a_role_and_drops_it_only_when_asked() {
        assertThat(shell.run("generate", "begin").code()).isZero();
        String begin = "migrations/" + shell.migrations().getFirst();
        assertThat(shell.read(begin + "/up.sql")).contains("CREATE ROLE " + role + " LOGIN", "duplicate_object");
        assertThat(shell.read(begin + "/down.sql")).doesNotContain("DROP ROLE");

        shell.write("schema/Roles.java", """
                import dev.decant.dsl.*;

                public final class Roles extends PgSchema {}
                """);
        Shell.Outcome refused = shell.run("generate", "end", "--note", "no role any longer");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("DCT-406", "--drop-roles");
        assertThat(shell.run("generate", "end", "--note", "no role any longer", "--drop-roles")
                        .code())
                .isZero();
        assertThat(shell.read("migrations/" + shell.migrations().getLast() + "/up.sql"))
                .contains("DROP ROLE " + role);
    }

    @Test
    void a_file_says_what_roles_may_do_when_somebody_asks() throws SQLException {
        shell.write("wanted.sql", "create table notes (id int); grant select on notes to pg_monitor;");
        database.execute("create table notes (id int)");

        assertThat(shell.run("diff", "database", "wanted.sql").code()).isZero();
        Shell.Outcome asked = shell.run("diff", "database", "wanted.sql", "--privileges", "--sql");
        assertThat(asked.out()).contains("GRANT SELECT ON TABLE public.notes TO pg_monitor");
    }

    @Test
    void pulling_what_was_pushed_changes_nothing() {
        assertPushed();
        String[] pull = {"pull", "--schema", "pulled", "--privileges", "--roles", role};
        Shell.Outcome first = shell.run(pull);
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).contains("Roles.java", "AccessRights.java", "Notes.java");
        assertThat(shell.read("pulled/Notes.java")).contains("Access access = access()");
        assertThat(shell.run(pull).out()).contains("Nothing to do");
        assertThat(shell.run("diff", "database", "code", "--schema", "pulled", "--privileges", "--roles", role)
                        .out())
                .contains("No difference");
    }
}
