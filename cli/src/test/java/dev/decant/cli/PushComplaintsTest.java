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

/** What people asked of another tool's push, pull and diff, each test named after what its reporter wanted. */
final class PushComplaintsTest {
    private static final TestServer SERVER = TestServers.postgres("17");

    private static final String OWN = "public final Policy own = policy().using(\"owner = current_user\");";

    @TempDir
    Path folder;

    private final TestDatabase database = SERVER.freshDatabase();
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = PostgresqlProject.in(folder, database);
        shell.write("schema/Notes.java", notes("@RowLevelSecurity", OWN));
    }

    private static String notes(String annotations, String more) {
        return """
                import dev.decant.dsl.*;

                %s
                public final class Notes extends PgTable {
                    public final Column<Integer> id = integer().primaryKey();
                    public final Column<String> owner = text();
                    %s
                }
                """.formatted(annotations, more);
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Shell.Outcome push(String... more) {
        return shell.run(
                Stream.concat(Stream.of("push", "--yes"), Stream.of(more)).toArray(String[]::new));
    }

    /** Pushes, and pushes again, which must do nothing. */
    private String pushed(String... more) {
        Shell.Outcome outcome = push(more);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(push().out()).contains("Nothing to do");
        return outcome.out();
    }

    /** drizzle-orm#3504, #4078, #4279, #4948, #4381. */
    @Test
    void push_makes_changes_and_drops_policies_and_turns_row_level_security_on_and_off() throws SQLException {
        pushed();
        assertThat(database.query("select polname from pg_policy")).containsExactly("own");
        assertThat(database.query("select relrowsecurity from pg_class where relname = 'notes'"))
                .containsExactly("t");

        shell.write("schema/Notes.java", notes("@RowLevelSecurity(forced = true)", """
                public final Policy own = policy().using("owner = current_user and id > 0").withCheck("id > 0");
                    public final Policy all = policy("Everybody reads").forSelect().to("pg_monitor").using("true");"""));
        assertThat(pushed()).contains("own").doesNotContain("drop");
        assertThat(
                        database.query(
                                "select polname || coalesce(pg_get_expr(polwithcheck, polrelid), '') from pg_policy order by 1"))
                .containsExactly("Everybody reads", "own(id > 0)");

        shell.write("schema/Notes.java", notes("", ""));
        pushed();
        assertThat(database.query("select 1 from pg_policy")).isEmpty();
        assertThat(database.query("select relrowsecurity or relforcerowsecurity from pg_class where relname = 'notes'"))
                .containsExactly("f");
    }

    /** drizzle-orm#3967, #4008, #4796, #5190, #5329, BuilderIO agent-native 252. */
    @Test
    void pushed_to_a_server_where_another_application_owns_other_schemas_and_tables_nothing_of_theirs_is_in_a_plan()
            throws SQLException {
        database.execute("""
                create schema crm; create type crm.mood as enum ('a'); create sequence crm.numbers;
                create table crm.people (id serial primary key, mood crm.mood);
                create view crm.names as select id from crm.people; create materialized view crm.total as select 1 as n;
                create function crm.f() returns trigger language plpgsql as 'begin return new; end';
                create trigger t before insert on crm.people for each row execute function crm.f();
                create extension hstore; create extension pg_trgm schema crm; create publication crm_news for table crm.people;
                create policy p on crm.people using (true); grant select on crm.people to pg_monitor;
                create table drizzle_seen (id int); create schema drizzle; create table drizzle.__drizzle_migrations (id int);
                """);
        String before = everything();
        Shell.Outcome shown = push("--dry-run", "--json", "--privileges", "--exclude", "table:drizzle_seen");
        assertThat(shown.code()).isZero();
        assertThat(shown.out()).contains("notes").doesNotContain("crm", "drizzle", "hstore", "pg_trgm");

        assertThat(push("--privileges", "--exclude", "table:drizzle_seen").code())
                .isZero();
        database.execute("drop table notes");
        assertThat(everything()).isEqualTo(before);
    }

    private String everything() throws SQLException {
        return String.join(
                "\n",
                database.query(
                        "select string_agg(c.oid::regclass || coalesce(c.relacl::text, ''), ',' order by c.oid) from pg_class c"
                                + " where relnamespace::regnamespace::text !~ '^pg_|^information|^public'"
                                + " union all select string_agg(oid::regprocedure::text, ',' order by oid) from pg_proc where pronamespace = 'crm'::regnamespace"
                                + " union all select string_agg(extname, ',' order by oid) from pg_extension"
                                + " union all select string_agg(pubname, ',') from pg_publication"));
    }

    /** drizzle-orm#843, #984. */
    @Test
    void functions_triggers_and_procedures_are_pushed_and_change() throws SQLException {
        shell.write("schema/Notes.java", notes("", """
                public final Trigger upper = trigger().before().insert().updateOf(owner).forEachRow().execute("shout");"""));
        shell.write("schema/Code.java", code("upper"));
        pushed();
        database.execute("insert into notes values (1, 'me')");
        shell.write("schema/Code.java", code("lower"));
        assertThat(pushed()).contains("shout");
        database.execute("insert into notes values (2, 'ME')");
        assertThat(database.query("select owner from notes order by id")).containsExactly("ME", "me");
    }

    private static String code(String function) {
        return """
                import dev.decant.dsl.*;

                public final class Code extends PgSchema {
                    public final Routine shout = function().returnsTrigger().language("plpgsql")
                            .body("begin new.owner := $(new.owner); return new; end");
                    public final Routine tidy = procedure().body("delete from notes where owner is null");
                }
                """.replace("$", function);
    }

    /** drizzle-orm#4651, #4531, #5307, #4941, #6053. */
    @Test
    void without_a_terminal_a_question_is_no_hang_but_an_exit_with_the_flags_that_answer_it() {
        pushed();
        shell.write("schema/Notes.java", notes("", "").replace("owner = text()", "author = text()"));
        Shell.Outcome asked = push();
        assertThat(asked.code()).isEqualTo(4);
        assertThat(asked.err()).contains("--rename 'column:public.notes.owner=author'");

        pushed("--rename", "column:public.notes.owner=author");
    }

    /** drizzle-orm#4006. */
    @Test
    void a_push_that_fails_does_not_exit_as_if_all_were_well() throws SQLException {
        shell.write("schema/Notes.java", notes("", "public final Check odd = check(\"odd\", \"no_such_thing > 1\");"));
        Shell.Outcome outcome = push();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("DCT-", "no_such_thing");
        assertThat(database.query("select 1 from pg_class where relname = 'notes'"))
                .isEmpty();
    }

    /** drizzle-orm#2124, #2231, #3929, #886, #1840, #5203, #638. */
    @Test
    void extensions_comments_and_collations_come_with_the_push_and_change_with_it() throws SQLException {
        shell.write("schema/Notes.java", notes("@Comment(\"what it is\")", """
                public final Column<String> name = text().collated("C").comment("as on the door");
                    public final Index likeName = index().using("gin").on(name.op("gin_trgm_ops"));"""));
        shell.write("schema/Extensions.java", """
                import dev.decant.dsl.*;

                public final class Extensions extends PgSchema {
                    public final Extension trigrams = extension("pg_trgm");
                }
                """);
        pushed();
        assertThat(database.query("select obj_description('notes'::regclass), col_description('notes'::regclass, 3)"))
                .isNotEmpty();
        shell.write(
                "schema/Notes.java",
                shell.read("schema/Notes.java")
                        .replace("what it is", "it's else")
                        .replace(".comment(\"as on the door\")", ""));
        pushed();
        assertThat(
                        database.query(
                                "select obj_description('notes'::regclass) || coalesce(col_description('notes'::regclass, 3), '')"))
                .containsExactly("it's else");
    }

    /** drizzle-orm#1429, #2252, #2854, #6235, #2813, #3388, #2700. */
    @Test
    void deferrable_keys_partitions_exclusions_and_ranges_are_pushed_once() {
        shell.write("schema.sql", """
                create extension btree_gist;
                create type floats as range (subtype = float8);
                create table parents (id int primary key deferrable initially deferred, during tstzrange, span floats,
                    exclude using gist (id with =, during with &&));
                create table children (id int, parent int, unique (id) deferrable);
                create table logs (at date not null, id int) partition by range (at);
                create table logs_2026 partition of logs for values from ('2026-01-01') to ('2027-01-01');
                create table logs_rest partition of logs default;
                """);
        Shell.Outcome outcome = push("--schema", "schema.sql");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(push("--schema", "schema.sql").out()).contains("Nothing to do");
    }

    /** drizzle-orm#3466, #4295. */
    @Test
    void labels_of_an_enum_come_anywhere_go_and_change_places_and_rows_keep_theirs() throws SQLException {
        shell.write("schema/Mood.java", "public enum Mood { SAD, OK, GLAD }");
        shell.write(
                "schema/Notes.java",
                notes("", "public final Column<Mood> mood = enumeration(Mood.class).notNull().defaultTo(Mood.OK);"));
        pushed();
        database.execute("insert into notes values (1, 'a', 'GLAD'), (2, 'b', 'OK')");
        shell.write("schema/Mood.java", "public enum Mood { GLAD, FINE, OK }");
        pushed("--create", "label:public.mood.FINE");
        assertThat(database.query("select mood::text from notes order by mood")).containsExactly("GLAD", "OK");

        shell.write("schema/Mood.java", "public enum Mood { FINE, OK }");
        Shell.Outcome used = push();
        assertThat(used.code()).isNotZero();
        assertThat(used.err()).contains("1 row");
    }

    /** drizzle-orm#6194, #2751, #2856, #3322. */
    @Test
    void a_column_changes_its_type_under_views_and_with_the_cast_that_it_needs() throws SQLException {
        shell.write("schema/Notes.java", notes("", ""));
        shell.write("schema/Views.java", """
                import dev.decant.dsl.*;

                public final class Views extends PgSchema {
                    public final View owners = view().as("select owner from notes").comment("kept");
                    public final View lengths = view().as("select count(owner) as n from owners");
                }
                """);
        pushed();
        database.execute("insert into notes values (1, '42')");
        shell.write(
                "schema/Notes.java",
                notes("", "").replace("Column<String> owner = text()", "Column<Integer> owner = integer()"));
        String[] casts = {"--using", "column:public.notes.owner=owner::integer"};
        String name = push(casts).err().replaceAll("(?s).*--accept-data-loss=(\\S+).*", "$1");
        pushed(Stream.concat(Stream.of(casts), Stream.of("--accept-data-loss", name))
                .toArray(String[]::new));
        assertThat(database.query("select owner::text || obj_description('owners'::regclass) from owners"))
                .containsExactly("42kept");
    }

    /** drizzle-orm#4003, #3280, #4645. */
    @Test
    void names_that_are_too_long_for_the_database_do_not_differ_for_ever() {
        shell.write("schema/AVeryLongNameOfATableThatNobodyWouldWantToTypeMoreThanOnceInALife.java", """
                import dev.decant.dsl.*;

                @Named("a_very_long_name_of_a_table_that_nobody_would_type")
                public final class AVeryLongNameOfATableThatNobodyWouldWantToTypeMoreThanOnceInALife extends PgTable {
                    public final Column<Integer> aColumnWhoseNameIsAboutAsLongAsThatOfItsTable = integer().unique();
                    public final Column<Integer> another = integer().check("another > 0");
                    public final Index both = index().on(aColumnWhoseNameIsAboutAsLongAsThatOfItsTable, another);
                }
                """);
        pushed();
    }

    /** drizzle-orm#3263. */
    @Test
    void push_shows_what_it_would_do_and_does_nothing() throws SQLException {
        assertThat(push("--dry-run").out()).contains("CREATE TABLE public.notes", "CREATE POLICY own");
        assertThat(database.query("select 1 from pg_class where relname = 'notes'"))
                .isEmpty();
    }

    /** drizzle-orm#423, #908, #1807, #1166. */
    @Test
    void what_lives_in_one_schema_is_compared_without_the_same_in_another() throws SQLException {
        for (String tenant : List.of("one", "two")) {
            database.execute("create schema $; create table $.notes (id int primary key); create index on $.notes (id)"
                    .replace("$", tenant));
        }
        shell.write("schema/Notes.java", notes("@InSchema(\"two\")", ""));
        assertThat(pushed()).contains("two.notes").doesNotContain("one.");
        assertThat(database.query("select count(*) from information_schema.columns where table_schema = 'one'"))
                .containsExactly("1");
    }

    /** drizzle-orm#5083. */
    @Test
    void the_history_of_whatever_tool_is_no_table_to_drop() throws SQLException {
        database.execute("create table flyway_schema_history (id int); create table __drizzle_migrations (id int)");
        assertThat(pushed()).doesNotContain("flyway", "drizzle");
    }

    /** drizzle-orm#3593, #5294, #3365, #3274, #4876. */
    @Test
    void what_is_pulled_compiles_whatever_the_names_and_defaults_are() throws SQLException {
        database.execute("""
                create type "order-state" as enum ('in-progress', '1st', 'it''s', 'class');
                create table "2024-report" ("select" text default 'a''b', "new" jsonb default '{"a": [1]}', "case" "order-state" default '1st',
                    "user id" uuid default gen_random_uuid(), "Ärger" numeric(10, 3)[] default '{}', at timestamp(0) default now(),
                    "$" text default E'line\\nbreak\\\\', big bigint default 9223372036854775807, primary key ("select", "case"));
                create index on "2024-report" (lower("select"), ("new" ->> 'a'));
                create view "my view" as select "case" from "2024-report";
                """);
        assertThat(shell.run("pull", "--schema", "pulled").code()).isZero();
        Shell.Outcome again = shell.run("diff", "database", "code", "--schema", "pulled");
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).contains("No difference");
    }
}
