package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulling databases into projects, as somebody does it at a command line. */
final class PullTest {
    private static final TestServer SERVER = TestServers.postgres("17");

    @TempDir
    Path folder;

    private final TestDatabase database = SERVER.freshDatabase();
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = PostgresqlProject.in(folder, database);
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private String done(String... arguments) {
        Shell.Outcome outcome = shell.run(arguments);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        return outcome.out();
    }

    private void assertNothingLeft() {
        assertThat(done("pull")).contains("Nothing to do");
        assertThat(done("diff", "database", "code")).contains("No difference.");
        assertThat(done("diff", "migrations", "code")).contains("No difference.");
    }

    @Test
    void into_an_empty_folder_come_classes_and_a_first_migration() throws SQLException {
        database.execute("create type mood as enum ('fine'); create table users (id serial primary key, mood mood)");

        assertThat(done("pull", "--dry-run")).contains("+ Users.java", "Nothing was written");
        assertThat(shell.has("schema")).isFalse();

        assertThat(done("pull")).contains("+ Mood.java", "+ Users.java", "+ migration ", "decant baseline");
        assertThat(shell.migrations()).singleElement().asString().endsWith("_baseline");
        assertThat(done("baseline")).isNotEmpty();
        assertThat(done("status")).contains("Nothing is pending");
        assertNothingLeft();
    }

    @Test
    void into_classes_that_are_there_comes_what_is_missing_and_no_other_migration() throws SQLException {
        database.execute("create table users (id integer primary key)");
        done("pull");
        shell.write(
                "schema/Users.java",
                shell.read("schema/Users.java").replace("public final", "/* mine */ public final"));
        database.execute("alter table users add column name text; create table posts (id integer primary key)");

        assertThat(done("pull")).contains("+ Posts.java", "~ Users.java").doesNotContain("migration");
        assertThat(shell.read("schema/Users.java"))
                .contains("/* mine */ public final Column<Integer> id", "name = text()");
        assertThat(shell.migrations()).hasSize(1);
        assertThat(done("pull")).contains("Nothing to do");
    }

    @Test
    void a_class_whose_table_is_gone_stays_until_somebody_says_so() throws SQLException {
        database.execute("create table users (id integer primary key); create table posts (id integer primary key)");
        done("pull");
        database.execute("drop table posts");

        Shell.Outcome kept = shell.run("pull");
        assertThat(kept.code()).isEqualTo(3);
        assertThat(kept.out()).contains("Posts.java", "--delete");
        assertThat(shell.typing(List.of("n"), "pull").code()).isEqualTo(3);
        assertThat(shell.has("schema/Posts.java")).isTrue();
        assertThat(shell.typing(List.of("y"), "pull").code()).isZero();
        assertThat(shell.has("schema/Posts.java")).isFalse();
    }

    @Test
    void a_folder_that_cannot_be_written_is_an_error_with_its_name() throws SQLException {
        database.execute("create table users (id integer primary key)");
        shell.write("schema", "a file, where a folder was meant");

        Shell.Outcome outcome = shell.run("pull");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("DCT-").contains("schema").doesNotContain("Exception");
    }

    @Test
    void a_database_without_anything_is_no_error() {
        assertThat(done("pull")).contains("Nothing to do: the database has nothing");
        assertThat(shell.migrations()).isEmpty();
        assertThat(shell.has("schema")).isFalse();
    }

    @Test
    void names_that_java_keeps_for_itself_clash_or_are_mixed() throws SQLException {
        database.execute("""
                create table "class" ("default" integer primary key, "OrderId" integer, order_id integer);
                create table "Users" (id integer primary key); create table users (id integer primary key);
                create table "Order Lines" ("Line No" integer, "order" integer, primary key ("order", "Line No"));
                create table notes ("order" integer, line integer, foreign key ("order", line) references "Order Lines");
                create type "Public" as enum ('new', 'class', 'NEW');
                """);

        assertThat(done("pull")).contains("ClassTable.java", "OrderLines.java", "Public.java");
        assertThat(shell.read("schema/ClassTable.java")).contains("default_ = integer().primaryKey()");
        assertThat(shell.read("schema/OrderLines.java"))
                .contains("@Named(\"Order Lines\")", "primaryKey(order, lineNo)");
        assertNothingLeft();
    }

    @Test
    void tables_in_other_schemas_say_where_they_are() throws SQLException {
        database.execute("""
                create schema audit; create schema "Shop Two";
                create table users (id integer primary key); create table audit.users (id integer primary key references users);
                create table "Shop Two".orders (user_id integer references audit.users, primary key (user_id));
                create view audit.names as select id from users;
                """);

        assertThat(done("pull")).contains("AuditUsers.java", "Orders.java", "Users.java");
        assertThat(shell.read("schema/AuditUsers.java")).contains("@InSchema(\"audit\")", "references(() -> USERS.id)");
        assertNothingLeft();
        assertThat(done("pull", "--schema", "part", "--include", "schema:public", "--dry-run"))
                .contains("Users.java")
                .doesNotContain("Orders", "Audit", "Database");
    }

    @Test
    void filters_that_mean_nothing_and_histories_of_other_tools_are_told() throws SQLException {
        database.execute("create table users (id integer); create table flyway_schema_history (id integer)");

        String told = done("pull", "--dry-run", "--exclude", "table:user");

        assertThat(told)
                .contains("? exclude table:user matches no table, view or sequence")
                .contains("? public.flyway_schema_history is where another migration tool keeps its history;"
                        + " leave it out with --exclude 'table:flyway_schema_history'");
        assertThat(done("pull", "--dry-run", "--json", "--exclude", "table:user"))
                .contains("\"remarks\": [");
        assertThat(done("pull", "--exclude", "table:flyway*"))
                .contains("+ Users.java")
                .doesNotContain("?");
    }

    @Test
    void a_key_to_a_table_that_a_filter_leaves_out_is_named() throws SQLException {
        database.execute("create table users (id integer primary key); "
                + "create table posts (id integer primary key, author integer references users)");

        assertThat(shell.run("pull", "--exclude", "table:users").err())
                .contains(
                        "DCT-330 the foreign key posts_author_fkey of public.posts points at public.users, which is not looked at")
                .contains("include public.users, or exclude what rests on it");
        assertThat(done("pull", "--dry-run", "--exclude", "table:posts")).contains("+ Users.java");
        assertThat(shell.run("diff", "database", "empty").out()).contains("2 changes;");
    }

    @Test
    void what_has_no_form_is_named_and_can_be_left_out_by_its_kind() throws SQLException {
        database.execute("create type shell; create table users (id integer)");

        Shell.Outcome refused = shell.run("pull");

        assertThat(refused.err())
                .contains("DCT-330", "base type public.shell has no form in Java", "--exclude 'kind:base type'");
        assertThat(done("pull", "--exclude", "kind:base type")).contains("+ Users.java");
    }

    @Test
    void programs_read_what_was_written_as_one_document() throws SQLException {
        database.execute("create table users (id integer primary key)");

        assertThat(done("pull", "--json"))
                .contains("\"written\": true", "{\"path\": \"Users.java\", \"change\": \"added\"}", "_baseline\"]");
        assertThat(done("pull", "--json")).contains("\"files\": []");
    }

    @Test
    void somebody_who_owns_nothing_can_pull_all_of_it() throws SQLException {
        String guest = "guest_" + ThreadLocalRandom.current().nextInt(1_000_000);
        database.execute("create table users (id serial primary key, name text check (name between 'a' and 'z'));"
                + " create role " + guest + " login password 'x'");
        try {
            assertThat(done("pull", "--url", PostgresqlProject.url(guest, "x", database)))
                    .contains("+ Users.java");
        } finally {
            database.execute("drop role " + guest);
        }
        assertNothingLeft();
    }
}
