package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pushing into databases that others use too, and with rows in them. */
final class PushTest {
    private static final TestServer SERVER = TestServers.postgres("17");

    @TempDir
    Path folder;

    private final TestDatabase database = SERVER.freshDatabase();
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = PostgresqlProject.in(folder, database);
        shell.write("schema/Users.java", """
                import dev.decant.dsl.*;

                public final class Users extends PgTable {
                    public static final Users USERS = new Users();
                    public final Column<Integer> id = serial().primaryKey();
                    public final Column<String> email = varchar(100).notNull();
                    public final Column<Integer> age = integer();
                }
                """);
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Shell.Outcome push(String... more) {
        return shell.run(
                Stream.concat(Stream.of("push", "--yes"), Stream.of(more)).toArray(String[]::new));
    }

    private void assertPushed(Shell.Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
    }

    private void assertNothingToDo() {
        Shell.Outcome again = push();
        assertThat(again.out()).contains("Nothing to do");
        assertThat(again.code()).isZero();
    }

    @Test
    void pushing_again_does_nothing_whatever_words_the_server_finds_for_it() {
        shell.write("schema/Rooms.java", """
                import dev.decant.dsl.*;
                import java.math.BigDecimal;
                import java.time.OffsetDateTime;

                public final class Rooms extends PgTable {
                    public static final Rooms ROOMS = new Rooms();
                    public final Column<Integer> id = serial().primaryKey();
                    public final Column<String> kind = varchar(20).notNull().defaultSql("'single'");
                    public final Column<Integer> beds = integer().notNull();
                    public final Column<OffsetDateTime> since = timestamptz().defaultSql("now() - interval '1 day'");
                    public final Check few = check("rooms_few", "beds between 1 and 4 and kind <> ''");
                    public final Check known = check("rooms_known", "kind in ('single', 'double')");
                    public final Check odd = check("rooms_odd", "not (beds = 3 or (kind = 'single' and beds > 1)) and beds::text like '%'");
                    public final Index big = index("rooms_big").on(beds).where("beds in (2, 3) and kind is not null");
                }
                """);

        assertPushed(push());
        assertNothingToDo();
    }

    @Test
    void a_dump_that_was_restored_has_other_words_and_is_the_same() throws SQLException {
        shell.write("schema/Rooms.java", """
                import dev.decant.dsl.*;

                public final class Rooms extends PgTable {
                    public static final Rooms ROOMS = new Rooms();
                    public final Column<String> kind = varchar(20).notNull();
                    public final Column<Integer> beds = integer().notNull();
                    public final Check few = check("rooms_few", "beds between 1 and 4 and kind <> ''");
                    public final Check known = check("rooms_known", "kind in ('single', 'double')");
                }
                """);
        assertPushed(push());
        List<String> checks = database.query(
                "select format('alter table rooms drop constraint %s, add constraint %1$s %s', conname, pg_get_constraintdef(oid))"
                        + " from pg_constraint where conname in ('rooms_few', 'rooms_known')");
        for (String check : checks) {
            database.execute(check);
        }

        assertNothingToDo();
    }

    @Test
    void what_other_applications_own_is_never_in_a_plan() throws SQLException {
        database.execute("""
                create schema shop;
                create table shop.orders (id int primary key);
                create type shop.state as enum ('open');
                create extension pg_trgm;
                create table flyway_schema_history (installed_rank int);
                create table databasechangelog (id text);
                """);

        assertPushed(push());

        assertThat(database.query("select count(*) from shop.orders")).containsExactly("0");
        assertThat(database.query("select extname from pg_extension where extname = 'pg_trgm'"))
                .isNotEmpty();
        assertThat(database.query("select to_regclass('flyway_schema_history'), to_regclass('databasechangelog')"))
                .doesNotContainNull();
        assertNothingToDo();
    }

    @Test
    void the_history_of_migrations_stays() throws SQLException {
        assertThat(shell.run("generate", "first").code()).isZero();
        assertThat(shell.run("migrate").code()).isZero();

        assertNothingToDo();
        assertThat(database.query("select count(*) from decant.migration")).containsExactly("1");
    }

    @Test
    void what_is_excluded_is_neither_seen_nor_dropped() throws SQLException {
        database.execute("create table audit_log (x int); create table own (x int)");

        Shell.Outcome outcome = push("--exclude", "table:audit_*");

        assertPushed(outcome);
        assertThat(outcome.out()).contains("- table public.own").doesNotContain("audit");
        assertThat(database.query("select to_regclass('audit_log')")).containsExactly("audit_log");
    }

    @Test
    void rows_are_lost_only_by_the_name_of_their_database() throws SQLException {
        assertPushed(push());
        database.execute("insert into users (email, age) values ('a@b', 1), ('c@d', null)");
        shell.write("schema/Users.java", shell.read("schema/Users.java").replaceAll(".*age = .*\n", ""));

        Shell.Outcome refused = push();
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("1 value of public.users.age would be gone", "--accept-data-loss=");
        assertThat(database.query("select sum(age) from users")).containsExactly("1");

        String name = refused.err().replaceAll("(?s).*--accept-data-loss=(\\S+).*", "$1");
        assertPushed(push("--accept-data-loss", name));
        assertNothingToDo();
    }

    @Test
    void values_that_are_not_there_need_no_approval() {
        assertPushed(push());
        shell.write("schema/Users.java", shell.read("schema/Users.java").replaceAll(".*age = .*\n", ""));

        assertPushed(push());
    }

    @Test
    void rows_that_do_not_fit_are_counted_before_anything_runs() throws SQLException {
        assertPushed(push());
        database.execute("insert into users (email) values ('same'), ('same'), ('old')");
        shell.write(
                "schema/Users.java",
                shell.read("schema/Users.java")
                        .replace("varchar(100).notNull()", "varchar(100).notNull().unique()")
                        .replace("age = integer()", "age = integer().notNull()"));

        Shell.Outcome refused = push();

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("DCT-561", "3 rows of public.users have no value in age")
                .contains("1 value of [email] is in several rows of public.users");
        assertThat(database.query(
                        "select count(*) from pg_constraint where contype = 'u' and conrelid = 'users'::regclass"))
                .containsExactly("0");
    }

    @Test
    void a_value_that_cannot_be_cast_is_told_in_the_words_of_the_server() throws SQLException {
        assertPushed(push());
        database.execute("insert into users (email) values ('x')");
        shell.write(
                "schema/Users.java",
                shell.read("schema/Users.java")
                        .replace("Column<String> email = varchar(100)", "Column<Integer> email = integer()"));

        assertThat(push().err()).contains("a value of public.users.email cannot become integer", "\"x\"");
    }

    @Test
    void a_protected_database_is_left_alone() {
        shell.write(
                "decant.toml",
                shell.read("decant.toml") + "\n[environment.live]\nurl = \"" + PostgresqlProject.url(database)
                        + "\"\nprotected = true\n");

        assertThat(push("--env", "live").err()).contains("DCT-560", "decant generate");
        assertThat(push().err()).contains("DCT-560");
    }

    @Test
    void without_anybody_to_ask_it_says_what_to_give() throws SQLException {
        Shell.Outcome outcome = shell.run("push");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err()).contains("DCT-562", "--yes", "--dry-run");
        assertThat(database.query("select 1 from pg_tables where tablename = 'users'"))
                .isEmpty();
    }

    @Test
    void somebody_at_the_terminal_says_yes() throws SQLException {
        assertThat(shell.typing(List.of("n"), "push").code()).isEqualTo(4);
        assertThat(shell.typing(List.of("y"), "push").code()).isZero();
        assertThat(database.query("select count(*) from users")).containsExactly("0");
    }

    @Test
    void a_dry_run_shows_the_sql_and_does_nothing() throws SQLException {
        Shell.Outcome outcome = shell.run("push", "--dry-run");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("CREATE TABLE public.users");
        assertThat(database.query("select 1 from pg_tables where tablename = 'users'"))
                .isEmpty();
    }

    @Test
    void who_may_make_no_database_tries_in_a_transaction() throws SQLException {
        database.execute("create role plain login password 'plain'; grant create on database " + database.name()
                + " to plain; grant all on schema public to plain");
        try {
            shell.with("DATABASE_URL", PostgresqlProject.url("plain", "plain", database));
            shell.write(
                    "schema/Users.java",
                    shell.read("schema/Users.java")
                            .replace(
                                    "}\n",
                                    "    public final Check young = check(\"users_young\", \"age between 1 and 99 and email <> ''\");\n}\n"));

            assertPushed(push());
            assertNothingToDo();
            assertThat(database.query("select nspname from pg_namespace where nspname like 'decant%'"))
                    .isEmpty();
        } finally {
            database.execute("drop owned by plain; drop role plain");
        }
    }

    @Test
    void a_check_that_says_something_else_under_its_name_is_replaced() throws SQLException {
        String users = shell.read("schema/Users.java");
        String check = "    public final Check young = check(\"users_young\", \"age < 99 and email <> ''\");\n}\n";
        shell.write("schema/Users.java", users.replaceFirst("}\\s*$", check));
        assertPushed(push());
        shell.write("schema/Users.java", users.replaceFirst("}\\s*$", check.replace("99", "100")));

        assertPushed(push());
        assertNothingToDo();

        assertThat(database.query("select pg_get_constraintdef(oid) from pg_constraint where conname = 'users_young'"))
                .singleElement()
                .asString()
                .contains("100");
    }

    @Test
    void somebody_who_may_try_nothing_out_pushes_and_then_has_nothing_to_do() throws SQLException {
        String role = "pushing_" + database.name();
        database.execute("create role %1$s login password 'x'; create schema own authorization %1$s".formatted(role));
        shell.write("schema/Users.java", """
                import dev.decant.dsl.*;

                @InSchema("own")
                public final class Users extends PgTable {
                    public final Column<Integer> id = serial().primaryKey();
                    public final Column<String> email = text().notNull().check("email <> ''");
                }
                """);
        String url = PostgresqlProject.url(role, "x", database);

        assertThat(push("--url", url).out())
                .contains("the plan was not tried before")
                .contains("Pushed");
        assertThat(push("--url", url).out()).contains("Nothing to do");

        database.execute("drop owned by %1$s; drop role %1$s".formatted(role));
    }
}
