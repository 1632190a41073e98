package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What migrations drop is kept for a while, and a rollback brings it back with everything that was in it. */
final class GraveyardTest {
    private static final TestServer SERVER = TestServers.postgres("17");

    /** Everything that the server knows of the tables of public, and all rows. */
    private static final List<String> STATE = List.of(
            "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid),"
                    + " a.attacl, col_description(c.oid, a.attnum), c.relacl, obj_description(c.oid)"
                    + " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid"
                    + " AND d.adnum = a.attnum WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0"
                    + " AND NOT a.attisdropped AND c.relkind IN ('r', 'S')",
            "SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class c ON c.oid = indrelid"
                    + " WHERE c.relnamespace = 'public'::regnamespace",
            "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint"
                    + " WHERE connamespace = 'public'::regnamespace",
            "SELECT tgrelid::regclass, pg_get_triggerdef(oid), tgenabled FROM pg_trigger WHERE NOT tgisinternal",
            "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
            "SELECT typname, typtype FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')",
            "SELECT stxname FROM pg_statistic_ext WHERE stxnamespace = 'public'::regnamespace");

    @TempDir
    Path folder;

    private final TestDatabase database = SERVER.freshDatabase();
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = PostgresqlProject.in(folder, database);
        shell.write("decant.toml", "keep_dropped = \"14d\"\n" + shell.read("decant.toml"));
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private List<String> state(String... tables) throws SQLException {
        List<String> state = new ArrayList<>();
        for (String query : STATE) {
            state.addAll(database.query("SELECT t::text FROM (" + query + ") t ORDER BY 1"));
        }
        for (String table : tables) {
            state.addAll(database.query("SELECT to_jsonb(t)::text FROM " + table + " t ORDER BY 1"));
        }
        return state;
    }

    private void migration(String title, String up, String down) {
        shell.run("generate", "--custom", title);
        String home = "migrations/" + shell.migrations().getLast();
        shell.write(home + "/up.sql", up);
        shell.write(home + "/down.sql", down);
    }

    private Shell.Outcome migrate() {
        Shell.Outcome outcome = shell.run("migrate");
        assertThat(outcome.err()).doesNotContain("DCT-");
        assertThat(outcome.code()).isZero();
        return outcome;
    }

    private void rollback() {
        Shell.Outcome outcome = shell.run("rollback", "--accept-data-loss");
        assertThat(outcome.err()).doesNotContain("DCT-");
        assertThat(outcome.code()).isZero();
    }

    private static String schema(String name, String fields) {
        return """
                import dev.decant.dsl.*;

                public final class %s extends PgTable {
                    public static final %s T = new %s();
                    public final Column<Integer> id = serial().primaryKey();
                    %s
                }
                """.formatted(name, name, name, fields);
    }

    private void generatedProject() throws SQLException {
        shell.write("schema/Users.java", schema("Users", """
                public final Column<String> nick = varchar(40).notNull().defaultTo("nobody");
                public final Column<String> note = text();
                public final Check few = check("users_nick_given", "nick <> ''");
                public final Index byNick = index("users_by_nick").on(nick);
                """));
        shell.write("schema/Posts.java", schema("Posts", """
                public final Column<Integer> userId = integer().notNull().references(() -> Users.T.id);
                public final Column<String> title = text().notNull().defaultTo("?");
                public final Index byTitle = index("posts_by_title").on(title);
                """));
        shell.run("generate", "first");
        migrate();
        database.execute("INSERT INTO users (nick, note) VALUES ('ann', 'a'), ('bob', NULL);"
                + "INSERT INTO posts (user_id, title) SELECT 1 + i % 2, 'post ' || i FROM generate_series(1, 100) i;"
                + "GRANT SELECT ON posts TO PUBLIC; GRANT SELECT (nick) ON users TO PUBLIC;"
                + "COMMENT ON COLUMN posts.title IS 'what it is called'; COMMENT ON COLUMN users.nick IS 'short';"
                + "CREATE STATISTICS posts_stats ON user_id, title FROM posts;"
                + "ALTER TABLE posts ALTER COLUMN title SET STATISTICS 500");
    }

    @Test
    void a_table_and_a_column_come_back_with_everything_that_was_in_them() throws SQLException {
        generatedProject();
        List<String> before = state("posts", "users");
        shell.write("schema/Users.java", schema("Users", "public final Column<String> note = text();"));
        assertThat(folder.resolve("schema/Posts.java").toFile().delete()).isTrue();
        shell.run("generate", "second", "--note", "fewer");

        Shell.Outcome outcome = migrate();

        assertThat(outcome.out() + outcome.err())
                .contains("kept until", "table public.posts", "column public.users.nick");
        assertThat(database.query("SELECT to_regclass('public.posts') IS NULL")).containsExactly("t");
        assertThat(database.query("SELECT count(*) FROM decant_graveyard.posts"))
                .containsExactly("100");
        assertThat(shell.run("diff", "code", "database").code()).isZero();
        assertThat(shell.run("status").out())
                .contains("KEPT", "table public.posts", "decant_graveyard.posts", "column public.users.nick");
        database.execute("INSERT INTO users (note) VALUES ('new'); DELETE FROM users WHERE note = 'new'");

        rollback();

        assertThat(state("posts", "users")).isEqualTo(before);
        assertThat(database.query("SELECT nextval('posts_id_seq') > 100")).containsExactly("t");
        assertThat(database.query("SELECT count(*) FROM pg_class WHERE relnamespace = 'decant_graveyard'::regnamespace"
                        + " AND relkind = 'r'"))
                .containsExactly("0");
        migrate();
        rollback();
        assertThat(state("posts", "users")).isEqualTo(before);
    }

    @Test
    void rows_that_came_since_keep_what_the_way_back_gives_them() throws SQLException {
        database.execute("CREATE TABLE pets (id integer PRIMARY KEY, kind text, name text NOT NULL DEFAULT 'x');"
                + "INSERT INTO pets VALUES (1, NULL, 'rex'), (2, 'cat', 'tom')");
        migration("fewer", "ALTER TABLE pets DROP COLUMN name, DROP kind;\n", """
                ALTER TABLE pets ADD kind text DEFAULT 'dog';
                ALTER TABLE pets ADD COLUMN name text NOT NULL DEFAULT 'y';
                """);
        migrate();
        database.execute("DELETE FROM pets WHERE id = 2; INSERT INTO pets VALUES (3)");

        rollback();

        assertThat(database.query("SELECT id || coalesce(kind, '-') || name FROM pets ORDER BY id"))
                .containsExactly("1-rex", "3dogy");
    }

    @Test
    void a_column_that_must_have_a_value_comes_back_without_a_default() throws SQLException {
        database.execute("CREATE TABLE pets (id integer PRIMARY KEY, name text NOT NULL);"
                + "CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;"
                + "CREATE TRIGGER guard BEFORE UPDATE ON pets FOR EACH ROW EXECUTE FUNCTION stop();"
                + "INSERT INTO pets VALUES (1, 'rex'), (2, 'tom')");
        List<String> before = state("pets");
        migration("fewer", "ALTER TABLE pets DROP COLUMN name;\n", "ALTER TABLE pets ADD COLUMN name text NOT NULL;\n");
        migrate();

        rollback();

        assertThat(state("pets")).isEqualTo(before);
    }

    @Test
    void what_a_table_rests_on_is_kept_with_it_and_the_same_name_can_be_dropped_twice() throws SQLException {
        String down = """
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE FUNCTION bump() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                CREATE SEQUENCE pets_no;
                CREATE TABLE pets (id serial PRIMARY KEY, mood mood, no bigint DEFAULT nextval('pets_no'));
                CREATE TRIGGER bump BEFORE INSERT ON pets FOR EACH ROW EXECUTE FUNCTION bump();
                """;
        String up = "DROP TABLE pets;\nDROP SEQUENCE pets_no;\nDROP FUNCTION bump();\nDROP TYPE mood;\n";
        database.execute(down + "INSERT INTO pets (mood) VALUES ('ok')");
        List<String> before = state("pets");
        migration("first", up, down);
        migrate();
        database.execute(down + "INSERT INTO pets (mood) VALUES ('sad'), ('sad')");
        List<String> between = state("pets");
        migration("second", up, down);
        migrate();
        assertThat(database.query("SELECT count(*) FROM decant_graveyard.pets")).containsExactly("1");
        assertThat(database.query("SELECT count(*) FROM decant_graveyard_2.pets"))
                .containsExactly("2");

        rollback();
        assertThat(state("pets")).isEqualTo(between);
        database.execute("DROP TABLE pets; DROP SEQUENCE pets_no; DROP FUNCTION bump; DROP TYPE mood");
        rollback();
        assertThat(state("pets")).isEqualTo(before);
    }

    @Test
    void what_cannot_be_kept_is_named_and_nothing_is_dropped() throws SQLException {
        database.execute("CREATE TABLE notes (text text); INSERT INTO notes VALUES ('a');"
                + "CREATE TABLE parts (id integer) PARTITION BY RANGE (id);"
                + "CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (10)");
        migration("columns", "ALTER TABLE notes DROP COLUMN text;\n", "ALTER TABLE notes ADD COLUMN text text;\n");

        Shell.Outcome keyless = shell.run("migrate");

        assertThat(keyless.code()).isEqualTo(1);
        assertThat(keyless.err())
                .contains("DCT-546", "column public.notes.text cannot be kept", "DECANT_KEEP_DROPPED=none");
        assertThat(database.query("SELECT text FROM notes")).containsExactly("a");
    }

    @Test
    void a_partitioned_table_comes_back_with_its_partitions() throws SQLException {
        database.execute("""
                CREATE TABLE towns (id integer PRIMARY KEY); INSERT INTO towns VALUES (1);
                CREATE SCHEMA old;
                CREATE TABLE parts (id integer, at date, town integer REFERENCES towns, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
                CREATE TABLE parts_25 PARTITION OF parts FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY LIST (id);
                CREATE TABLE old.parts_25_1 PARTITION OF parts_25 FOR VALUES IN (1);
                CREATE TABLE parts_rest PARTITION OF parts DEFAULT;
                CREATE INDEX ON parts (town);
                ALTER TABLE parts_rest ADD CHECK (id > 0);
                INSERT INTO parts VALUES (1, '2025-05-05', 1), (2, '2026-06-06', 1);
                """);
        List<String> before = state("parts", "old.parts_25_1");
        migration("parts", "DROP TABLE parts;\n", """
                CREATE TABLE parts (id integer, at date, town integer REFERENCES towns, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
                CREATE TABLE parts_25 PARTITION OF parts FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY LIST (id);
                CREATE TABLE parts_rest (id integer, at date, town integer, PRIMARY KEY (id, at));
                ALTER TABLE parts ATTACH PARTITION parts_rest DEFAULT;
                """);
        migrate();
        assertThat(database.query(
                        "SELECT to_regclass('parts'), to_regclass('old.parts_25_1'), to_regclass('parts_rest')"))
                .containsExactly("null|null|null");
        rollback();
        assertThat(state("parts", "old.parts_25_1")).isEqualTo(before);
    }

    @Test
    void a_column_of_a_partitioned_table_comes_back_into_every_partition() throws SQLException {
        database.execute("""
                CREATE TABLE days (id integer, at date, note text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
                CREATE TABLE days_25 PARTITION OF days FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY LIST (id);
                CREATE TABLE days_25_1 PARTITION OF days_25 FOR VALUES IN (1);
                CREATE TABLE days_rest PARTITION OF days DEFAULT;
                CREATE INDEX ON days (note);
                CREATE INDEX own ON days_rest (note DESC);
                ALTER TABLE days_25_1 ADD CHECK (note <> '');
                INSERT INTO days VALUES (1, '2025-05-05', 'a'), (2, '2026-06-06', 'b'), (3, '2027-07-07', NULL);
                """);
        List<String> before = state("days", "days_25_1", "days_rest");
        migration("note", "ALTER TABLE days DROP COLUMN note;\n", "ALTER TABLE days ADD COLUMN note text;\n");
        migrate();
        rollback();
        assertThat(state("days", "days_25_1", "days_rest")).isEqualTo(before);
    }

    @Test
    void a_partition_and_a_table_that_inherits_come_back_into_their_parents() throws SQLException {
        database.execute("""
                CREATE TABLE towns (id integer PRIMARY KEY); INSERT INTO towns VALUES (1);
                CREATE TABLE parts (id integer, town integer REFERENCES towns) PARTITION BY LIST (id);
                CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1, 2);
                INSERT INTO parts VALUES (1, 1);
                CREATE TABLE pets (id integer PRIMARY KEY, name text); INSERT INTO pets VALUES (1, 'a');
                CREATE TABLE cats (lives integer) INHERITS (pets); INSERT INTO cats VALUES (2, 'b', 9);
                """);
        List<String> before = state("parts", "pets", "cats");
        migration("parts", "DROP TABLE parts_1, cats;\n", """
                CREATE TABLE cats (lives integer) INHERITS (pets);
                CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1, 2);
                """);
        migrate();
        assertThat(database.query("SELECT (SELECT count(*) FROM parts), (SELECT count(*) FROM pets)"))
                .containsExactly("0|1");
        rollback();
        assertThat(state("parts", "pets", "cats")).isEqualTo(before);
        assertThat(database.query("SELECT (SELECT count(*) FROM parts), (SELECT count(*) FROM pets)"))
                .containsExactly("1|2");
    }

    @Test
    void a_column_of_a_table_from_which_others_inherit_is_named_and_not_dropped() throws SQLException {
        database.execute("CREATE TABLE pets (id integer PRIMARY KEY, name text); INSERT INTO pets VALUES (1, 'a');"
                + " CREATE TABLE cats () INHERITS (pets); INSERT INTO cats VALUES (1, 'b')");
        migration("names", "ALTER TABLE pets DROP COLUMN name;\n", "");
        assertThat(shell.run("migrate").err())
                .contains("DCT-546", "column public.pets.name cannot be kept: other tables inherit");
        assertThat(database.query("SELECT name FROM pets ORDER BY 1")).containsExactly("a", "b");
    }

    @Test
    void what_a_function_or_a_trigger_drops_is_named_and_nothing_is_dropped() throws SQLException {
        database.execute("""
                CREATE TABLE pets (id integer PRIMARY KEY, name text); INSERT INTO pets VALUES (1, 'a');
                CREATE TABLE cats (id integer); INSERT INTO cats VALUES (1);
                CREATE FUNCTION tidy() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE cats; END $$;
                CREATE PROCEDURE shrink() LANGUAGE plpgsql AS $$ BEGIN ALTER TABLE pets DROP COLUMN name; END $$;
                """);
        migration("tidy", "CREATE TABLE dogs (id integer);\nSELECT tidy();\n", "");
        assertThat(shell.run("migrate").err())
                .contains("DCT-546", "column public.cats.id cannot be kept", "code that the migration calls");
        shell.write(
                "migrations/" + shell.migrations().getLast() + "/up.sql",
                "DROP TABLE cats;\nCALL shrink();\nALTER TABLE pets RENAME TO animals;\n");
        assertThat(shell.run("migrate").err()).contains("DCT-546", "column public.pets.name cannot be kept");
        shell.write(
                "migrations/" + shell.migrations().getLast() + "/up.sql",
                "DROP TABLE cats;\nALTER TABLE pets RENAME COLUMN name TO title;\nALTER TABLE pets RENAME TO animals;\n");
        migrate();
        assertThat(database.query("SELECT title FROM animals")).containsExactly("a");
    }

    @Test
    void what_something_else_takes_along_is_named_and_nothing_is_dropped() throws SQLException {
        database.execute("CREATE SCHEMA old; CREATE TABLE old.pets (id integer); CREATE TYPE mood AS ENUM ('ok');"
                + "CREATE TABLE pets (id integer, mood mood); CREATE VIEW all_pets AS SELECT id FROM pets;"
                + "CREATE VIEW more AS SELECT id FROM all_pets");
        migration("views", "DROP VIEW all_pets CASCADE;\n", "");
        migrate();
        migration("schema", "DROP SCHEMA old CASCADE;\n", "");
        assertThat(shell.run("migrate").err()).contains("DCT-546", "column old.pets.id cannot be kept", "CASCADE");
        shell.write("migrations/" + shell.migrations().getLast() + "/up.sql", "DROP TYPE mood CASCADE;\n");
        assertThat(shell.run("migrate").err()).contains("DCT-546", "column public.pets.mood cannot be kept");
        assertThat(database.query("SELECT count(mood) FROM pets")).containsExactly("0");
    }

    @Test
    void what_a_block_of_code_drops_is_named_and_nothing_is_dropped() throws SQLException {
        database.execute("CREATE TABLE pets (id integer PRIMARY KEY); INSERT INTO pets VALUES (1)");
        migration("block", "DO $$ BEGIN EXECUTE 'DROP ' || 'TABLE pets'; END $$;\n", "");
        assertThat(shell.run("migrate").err())
                .contains("DCT-546", "column public.pets.id cannot be kept", "a block of code drops it");
        assertThat(database.query("SELECT id FROM pets")).containsExactly("1");
        shell.write(
                "migrations/" + shell.migrations().getLast() + "/up.sql",
                "DO $$ BEGIN CREATE TEMP TABLE t ON COMMIT DROP AS SELECT 1; INSERT INTO pets VALUES (2); END $$;\n");
        migrate();
        assertThat(database.query("SELECT id FROM pets")).containsExactly("1", "2");
    }

    @Test
    void a_database_that_keeps_nothing_says_so() {
        Shell sqlite = Shell.inSqliteProject(folder.resolve("sqlite")).with("DECANT_KEEP_DROPPED", "14d");
        sqlite.run("generate", "first");

        assertThat(sqlite.run("migrate").err()).contains("DCT-546", "DECANT_KEEP_DROPPED=none");
    }

    @Test
    void a_table_that_others_need_is_not_dropped_with_a_graveyard_either() throws SQLException {
        database.execute("CREATE TABLE pets (id integer PRIMARY KEY); CREATE VIEW all_pets AS SELECT * FROM pets;");
        migration("fewer", "DROP TABLE pets;\n", "CREATE TABLE pets (id integer PRIMARY KEY);\n");

        assertThat(shell.run("migrate").err()).contains("DCT-523", "all_pets", "up.sql:1");
    }

    @Test
    void a_later_run_removes_what_was_kept_for_long_enough() throws SQLException {
        database.execute(
                "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE pets (id integer PRIMARY KEY, mood mood);"
                        + "INSERT INTO pets VALUES (1, 'ok')");
        migration("fewer", "DROP TABLE pets;\nDROP TYPE mood;\n", """
                CREATE TYPE mood AS ENUM ('sad');
                CREATE TABLE pets (id integer PRIMARY KEY, mood mood);
                """);
        migrate();
        assertThat(migrate().out()).doesNotContain("no longer kept");
        database.execute("UPDATE decant.grave SET keep_until = now() - interval '1 second'");

        Shell.Outcome later = migrate();

        assertThat(later.out() + later.err()).contains("no longer kept", "table public.pets", "type public.mood");
        assertThat(database.query("SELECT relname FROM pg_class WHERE relnamespace = 'decant_graveyard'::regnamespace"))
                .isEmpty();
        rollback();
        assertThat(database.query("SELECT count(*) FROM pets")).containsExactly("0");
    }
}
