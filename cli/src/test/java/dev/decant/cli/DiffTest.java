package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparing whatever has a schema with whatever else has one. */
final class DiffTest {
    private static final TestServer SERVER = TestServers.postgres("17");

    @TempDir
    Path folder;

    private final TestDatabase one = SERVER.freshDatabase();
    private final TestDatabase other = SERVER.freshDatabase();
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = PostgresqlProject.in(folder, one);
    }

    @AfterEach
    void dropDatabases() {
        one.close();
        other.close();
    }

    private Shell.Outcome diff(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "diff";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return shell.run(all);
    }

    @Test
    void without_a_word_the_database_is_compared_with_the_code() {
        shell.write(
                "schema/Users.java",
                "package a; import dev.decant.dsl.*; public final class Users extends PgTable {"
                        + " public final Column<Integer> id = integer().primaryKey(); }");

        Shell.Outcome said = diff();

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out()).isEqualTo(diff("database", "code").out());
        assertThat(diff("empty").out()).isEqualTo(diff("empty", "code").out());
    }

    @Test
    void what_is_printed_as_sql_turns_one_database_into_the_other() throws SQLException {
        one.execute("create table users (id serial primary key, age text, old int)");
        other.execute("create table users (id bigserial primary key, age int not null, born date); "
                + "create index on users (born); create view grown as select id from users where age > 17");
        String from = PostgresqlProject.url(one);
        String to = PostgresqlProject.url(other);

        assertThat(diff(from, to).code()).isEqualTo(3);
        Shell.Outcome sql = diff(from, to, "--sql", "--offline");
        assertThat(sql.code()).isZero();
        one.execute(sql.out());

        Shell.Outcome again = diff(from, to);
        assertThat(again.out()).contains("No difference.");
        assertThat(again.code()).isZero();
        assertThat(diff(from, to, "--sql").out()).isEmpty();
    }

    @Test
    void no_configuration_is_needed_between_two_urls(@TempDir Path elsewhere) {
        Shell.Outcome outcome =
                new Shell(elsewhere).run("diff", PostgresqlProject.url(one), PostgresqlProject.url(other));

        assertThat(outcome.out()).contains("No difference.").doesNotContain(one.password() + "@");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void a_file_of_sql_is_read_by_the_server() throws SQLException {
        shell.write("shop.sql", """
                -- as a dump has it
                SET client_encoding = 'UTF8';
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE TABLE people (name varchar(10) CHECK (name IN ('x', 'y')), mood mood DEFAULT 'ok');
                """);

        assertThat(diff("database", "shop.sql").out()).contains("+ table public.people", "+ enum public.mood");
        one.execute(diff("database", "file:shop.sql", "--sql").out());
        assertThat(diff("database", "shop.sql").out()).contains("No difference.");
        assertThat(diff("shop.sql", "empty").out()).contains("- table public.people");
    }

    @Test
    void a_mistake_in_a_file_of_sql_is_told_with_its_place() {
        shell.write("shop.sql", "CREATE TABLE a (x int);\nCREATE TABLE b (y intt);\n");

        assertThat(diff("empty", "shop.sql").err())
                .contains("DCT-316 ", "shop.sql:2:1", "type \"intt\" does not exist");
    }

    @Test
    void nothing_is_assumed_in_silence() throws SQLException {
        one.execute("create table users (mail text, url text)");
        other.execute("create table users (email text, url text[])");
        String[] sides = {PostgresqlProject.url(one), PostgresqlProject.url(other)};

        Shell.Outcome asked = diff(sides[0], sides[1], "--sql");
        assertThat(asked.code()).isEqualTo(4);
        assertThat(asked.err()).contains("--rename 'column:public.users.mail=email'", "--using");

        Shell.Outcome obvious = diff(sides[0], sides[1], "--sql", "--yes");
        assertThat(obvious.code()).isZero();
        assertThat(obvious.out())
                .contains(
                        "-- column public.users.email is taken for new", "-- column public.users.url becomes text[] by")
                .contains("DROP COLUMN mail");
        assertThat(diff(sides[0], sides[1], "--sql", "--yes", "--rename", "column:public.users.mail=email")
                        .out())
                .contains("RENAME COLUMN mail TO email");
    }

    @Test
    void a_column_whose_values_nothing_can_convert_is_made_anew() throws SQLException {
        one.execute("create table users (at uuid)");
        other.execute("create table users (at timestamp)");

        String sql = diff(PostgresqlProject.url(one), PostgresqlProject.url(other), "--sql", "--yes")
                .out();

        assertThat(sql).contains("-- column public.users.at is dropped and added again");
        one.execute(sql);
        assertThat(diff(PostgresqlProject.url(one), PostgresqlProject.url(other))
                        .code())
                .isZero();
    }

    @Test
    void a_time_of_day_that_becomes_a_moment_keeps_its_rows() throws SQLException {
        one.execute("create table users (at time); insert into users values ('12:30'), (null)");
        other.execute("create table users (at timestamp)");

        String sql = diff(PostgresqlProject.url(one), PostgresqlProject.url(other), "--sql", "--yes")
                .out();

        assertThat(sql).contains("becomes timestamp without time zone by DATE '1970-01-01' + at");
        one.execute(sql);
        assertThat(one.query("select coalesce(at::text, 'none') from users order by at"))
                .containsExactly("1970-01-01 12:30:00", "none");
    }

    @Test
    void what_filters_leave_out_is_the_same_on_both_sides() throws SQLException {
        one.execute("create table a (x int); create schema s; create table s.b (x int)");
        other.execute("create table c (x int); create type t as enum ('x')");

        Shell.Outcome outcome = diff(
                PostgresqlProject.url(one),
                PostgresqlProject.url(other),
                "--exclude",
                "schema:s",
                "--exclude",
                "table:public.?",
                "--exclude",
                "kind:enum");

        assertThat(outcome.out()).contains("No difference.");
    }

    @Test
    void a_filter_that_means_nothing_is_told() throws SQLException {
        one.execute("create table a (x int); create schema s; create table s.\"Mixed\" (x int)");
        String empty = PostgresqlProject.url(other);

        String said = diff(
                        PostgresqlProject.url(one),
                        empty,
                        "--no-prove",
                        "--exclude",
                        "table:s.Mixed",
                        "--exclude",
                        "table:b*",
                        "--include",
                        "schema:[*s]")
                .out();
        String filtered = diff(empty, PostgresqlProject.url(one), "--exclude", "table:?", "--exclude", "schema:s")
                .out();

        assertThat(said)
                .contains(
                        "? exclude table:b* matches no table, view or sequence",
                        "? include schema:[*s] matches no schema")
                .doesNotContain("Mixed");
        assertThat(filtered).contains("No difference.").doesNotContain("?");
    }

    @Test
    void a_filter_by_a_kind_that_does_not_exist_is_refused_wherever_it_is_written() {
        Shell.Outcome option = diff("empty", "database", "--exclude", "kind:views", "--exclude", "kind:view*");
        Shell.Outcome variable =
                shell.with("DECANT_INCLUDE_KINDS", "table,nonsense").run("push");

        assertThat(option.code()).isEqualTo(1);
        assertThat(option.err())
                .contains("DCT-125 exclude kind:views", "did you mean \"view\"?")
                .doesNotContain("view*");
        assertThat(variable.err()).contains("DCT-125 include kind:nonsense", "the kinds are: ", " routine, ");
    }

    @Test
    void what_migrations_renamed_is_known_between_two_points_of_them() {
        String mail = "package a; import dev.decant.dsl.*; public final class Users extends PgTable {"
                + " public final Column<Integer> id = integer().primaryKey(); public final Column<String> mail = text(); }";
        shell.write("schema/Users.java", mail);
        assertThat(shell.run("generate", "begin").code()).isZero();
        shell.write("schema/Users.java", mail.replace("mail", "email"));
        assertThat(shell.run("generate", "rename", "--rename", "column:public.users.mail=email", "--note", "so")
                        .code())
                .isZero();
        shell.write("schema/Users.java", mail.replace("mail = text()", "email = text().notNull()"));

        assertThat(diff("migration:begin", "migrations").out()).contains("~ column public.users.mail to email");
        assertThat(diff("migrations", "migration:begin").out()).contains("~ column public.users.email to mail");
        assertThat(diff("migration:begin", "code", "--sql").out())
                .contains("RENAME COLUMN mail TO email", "ALTER COLUMN email SET NOT NULL")
                .doesNotContain("ADD COLUMN");
    }

    @Test
    void classes_are_compared_with_a_database_without_a_configuration(@TempDir Path elsewhere) throws SQLException {
        one.execute("create table users (id integer primary key)");
        Shell alone = new Shell(elsewhere);
        alone.write(
                "schema/Users.java",
                "package a; import dev.decant.dsl.*; public final class Users extends PgTable {"
                        + " public final Column<Integer> id = integer().primaryKey(); }");

        assertThat(alone.run("diff", "schema", PostgresqlProject.url(one)).out())
                .contains("No difference.");
    }

    @Test
    void a_side_that_is_nothing_is_told_with_what_was_meant() {
        assertThat(diff("databse", "code").err()).contains("DCT-124 databse", "did you mean database?");
        assertThat(diff("database", "schemaa").err()).contains("DCT-124 schemaa");
    }

    @Test
    void scratch_databases_go_even_those_that_a_killed_call_left() throws SQLException {
        one.execute("create database decant_scratch_1000000000_00000abc");
        shell.write("shop.sql", "CREATE TABLE a (x int);");

        assertThat(diff("database", "shop.sql").code()).isEqualTo(3);

        assertThat(one.query("select datname from pg_database where datname = 'decant_scratch_1000000000_00000abc'"))
                .isEmpty();
    }

    @Test
    void programs_get_one_document() throws SQLException {
        other.execute("create table a (x int)");

        assertThat(diff(PostgresqlProject.url(one), PostgresqlProject.url(other), "--json")
                        .out())
                .startsWith("{")
                .contains("\"different\": true", "\"create table\"");
    }

    @Test
    void columns_in_another_order_are_told_of_and_stay() throws SQLException {
        one.execute("create table a (x int, y int)");
        other.execute("create table a (y int, x int)");

        Shell.Outcome outcome = diff(PostgresqlProject.url(one), PostgresqlProject.url(other));

        assertThat(outcome.out()).contains("stand in another order", "x, y in place of y, x", "No difference.");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void what_a_table_declares_of_its_parents_columns_is_told_of_and_stays() throws SQLException {
        one.execute("create table p (x int, y int); create table c (y int, z int) inherits (p)");
        other.execute("create table p (x int, y int); create table c (z int) inherits (p)");

        Shell.Outcome outcome = diff(PostgresqlProject.url(one), PostgresqlProject.url(other));

        assertThat(outcome.out()).contains("public.c declares y itself in place of nothing", "No difference.");
    }

    @Test
    void a_migration_is_proven_in_both_directions_before_it_is_written() {
        shell.write("schema/A.java", """
                import dev.decant.dsl.*;

                public final class A extends PgTable {
                    public static final A A = new A();
                    public final Column<Integer> id = integer().primaryKey();
                    public final Check few = check("a_few", "no_such_function(id) > 1");
                }
                """);
        Shell.Outcome refused = shell.run("generate", "--prove");
        assertThat(refused.err()).contains("DCT-552", "no_such_function");
        assertThat(shell.migrations()).isEmpty();

        shell.write("schema/A.java", shell.read("schema/A.java").replace("no_such_function", "abs"));
        assertThat(shell.run("generate", "--prove").code()).isZero();
        assertThat(shell.migrations()).hasSize(1);
    }

    @Test
    void a_plan_that_does_not_work_is_found_out_before_it_is_printed() throws SQLException {
        one.execute("create table users (url text)");
        other.execute("create table users (url text[])");
        String[] call = {
            PostgresqlProject.url(one),
            PostgresqlProject.url(other),
            "--using",
            "column:public.users.url=no_such_function(url)",
            "--using-down",
            "column:public.users.url=url::text"
        };

        Shell.Outcome tried = diff(call);
        assertThat(tried.code()).isEqualTo(1);
        assertThat(tried.err()).contains("DCT-552", "no_such_function", "--no-prove");

        String[] blind = Arrays.copyOf(call, call.length + 1);
        blind[call.length] = "--no-prove";
        assertThat(diff(blind).code()).isEqualTo(3);
    }

    @Test
    void a_plan_that_could_not_be_tried_is_shown_with_the_reason() throws SQLException {
        String guest = "guest_" + ThreadLocalRandom.current().nextInt(1_000_000);
        one.execute("create table users (id int); create role " + guest + " login password 'x'");
        try {
            shell.write("wanted/Users.java", """
                    import dev.decant.dsl.*;

                    public final class Users extends PgTable {
                        public final Column<Integer> id = integer();
                        public final Column<Integer> age = integer();
                    }
                    """);
            Shell.Outcome outcome = diff(PostgresqlProject.url(guest, "x", one), "wanted");

            assertThat(outcome.code()).isEqualTo(3);
            assertThat(outcome.out())
                    .contains("+ column public.users.age", "the plan was not tried, since this user may make neither");
        } finally {
            one.execute("drop role " + guest);
        }
    }

    @Test
    void an_answer_about_a_thing_that_is_not_there_is_refused() throws SQLException {
        one.execute("create table users (id int, mail text)");
        other.execute("create table people (id int, email text)");
        String from = PostgresqlProject.url(one);
        String to = PostgresqlProject.url(other);

        assertThat(diff(from, to, "--yes", "--rename", "table:users=people").err())
                .startsWith("DCT-408 ")
                .contains("did you mean \"table:public.users\"?");
        assertThat(diff(from, to, "--yes", "--rename", "table:public.users=peple")
                        .err())
                .startsWith("DCT-408 ")
                .contains("did you mean \"table:public.people\"?");
        assertThat(diff(from, to, "--yes", "--create", "column:public.people.mial")
                        .err())
                .startsWith("DCT-408 ");
        assertThat(diff(from, to, "--yes", "--recreate", "column:public.persons.id")
                        .err())
                .startsWith("DCT-408 ");
    }

    @Test
    void an_answer_that_was_followed_before_is_right_still() throws SQLException {
        one.execute("create table users (id int, mail text)");
        other.execute("create table people (id int, email text)");
        String from = PostgresqlProject.url(one);
        String to = PostgresqlProject.url(other);
        String[] answered = {
            from, to, "--sql", "--rename", "table:public.users=people", "--rename", "column:public.people.mail=email"
        };

        one.execute(diff(answered).out());

        assertThat(diff(answered).out()).isEmpty();
        assertThat(diff(answered).code()).isZero();
    }

    @Test
    void a_table_does_not_take_the_name_of_a_view_that_roles_may_use() throws SQLException {
        one.execute("create table people (id int); create view users as select id from people;"
                + " grant select on people, users to public");
        other.execute("create table users (id int); grant select on users to public");
        String from = PostgresqlProject.url(one);
        String to = PostgresqlProject.url(other);

        Shell.Outcome refused = diff(from, to, "--rename", "table:public.people=users");

        assertThat(refused.err()).startsWith("DCT-409 ").contains("public.users", "drop the view first");
        assertThat(diff(to, from, "--rename", "table:public.users=people").code())
                .isEqualTo(3);
    }

    @Test
    void tables_take_their_names_from_each_other_with_what_roles_may_do() throws SQLException {
        one.execute("create table a (id int); create table b (mail text);"
                + " grant select on a to public; grant select, insert on b to public");
        other.execute("create table b (id int); create table c (mail text);"
                + " grant select on b to public; grant select, insert on c to public");
        String from = PostgresqlProject.url(one);
        String to = PostgresqlProject.url(other);
        String[] answered = {from, to, "--sql", "--rename", "table:public.a=b", "--rename", "table:public.b=c"};

        Shell.Outcome sql = diff(answered);
        assertThat(sql.err()).doesNotContain("DCT-");
        assertThat(sql.out()).doesNotContain("DROP", "REVOKE");
        one.execute(sql.out());

        assertThat(diff(from, to).out()).contains("No difference.");
    }
}
