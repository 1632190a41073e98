package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.emit.JavaChange;
import dev.decant.workflow.Pulled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, values and sizes with which code that writes Java stumbles. */
final class PulledOdditiesTest {
    @TempDir
    Path folder;

    /** Pulls what the script makes, proves it, and gives back the text of a class. */
    private Classes pulled(String script) throws SQLException {
        try (LiveDatabase database = LiveDatabase.open()) {
            database.execute(script);
            return new Classes(new PullProof(folder).check("17", database));
        }
    }

    /** The classes that were pulled. */
    private record Classes(Pulled pulled) {
        String of(String name) {
            return pulled.files().stream()
                    .filter(file -> file.path().equals(name + ".java"))
                    .map(JavaChange::after)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is not among " + names()))
                    .orElseThrow();
        }

        String names() {
            return pulled.files().stream().map(JavaChange::path).collect(Collectors.joining(" "));
        }
    }

    @Test
    void texts_of_any_length_are_read() throws SQLException {
        String text = "it''s { \\ , ".repeat(4000);
        pulled("""
                CREATE TABLE notes (id integer, text text DEFAULT '%1$s', parts text[] DEFAULT ARRAY['%1$s']);
                CREATE FUNCTION told() RETURNS text LANGUAGE sql AS $$SELECT '%1$s'::text; SELECT '%1$s'$$;
                CREATE VIEW long AS SELECT '%1$s' AS told, nextval('numbers') FROM notes;
                """.replace("CREATE VIEW", "CREATE SEQUENCE numbers; CREATE VIEW")
                .formatted(text));
    }

    @Test
    void arrays_of_any_number_of_dimensions_are_one_type() throws SQLException, IOException {
        String things = """
                CREATE DOMAIN grid AS integer[][] DEFAULT '{}'::integer[][]; CREATE TYPE pair AS (a text[][], b integer);
                CREATE TABLE places (id integer PRIMARY KEY, map integer[][] DEFAULT '{}'::integer[][],
                    CHECK (map <> '{1}'::integer[][]), many grid[][]);
                CREATE FUNCTION size(integer[][]) RETURNS text[][] LANGUAGE sql AS 'SELECT NULL::text[]';
                CREATE VIEW maps AS SELECT map, NULL::text[][] AS names FROM places;
                """;
        try (LiveDatabase database = LiveDatabase.open("17");
                LiveDatabase restored = LiveDatabase.open("17")) {
            database.execute(things);
            restored.execute(things.replace("[][]", "[]"));
            assertThat(database.inspect()).isEqualTo(restored.inspect());

            PullProof proof = new PullProof(folder);
            proof.check("17", database);
            Path places = folder.resolve("src/main/java/com/acme/db/Places.java");
            String nested = Files.readString(places)
                    .replace("Column<List<Integer>> map", "Column<List<List<Integer>>> map")
                    .replace("integer().array()", "integer().array().array()")
                    .replace("'{1}'::integer[]", "'{1}'::integer[][]");
            Files.writeString(places, nested);
            assertThat(proof.declared().tables()).isEqualTo(database.inspect().tables());
            assertThat(proof.pull(database).files()).isEmpty();
            assertThat(nested).contains("array().array()", "[][]");
        }
    }

    @Test
    void words_that_java_keeps_for_itself_and_names_that_it_cannot_write() throws SQLException {
        Classes classes = pulled("""
                CREATE TABLE "class" ("default" int PRIMARY KEY, "int" int, "_" int, "2fa" int, "!!!" int, "???" int,
                    "a b" int, a_b int, "aB" int, "größe" int, "用户" int, yield int, "toString" int, "hashCode" int,
                    "it""s" text);
                CREATE TABLE "用户" ("用户" int PRIMARY KEY REFERENCES "用户");
                CREATE TABLE "größe" ("Größe" int);
                CREATE TABLE "2nd" (a int);
                CREATE TABLE "***" (a int);
                """);

        assertThat(classes.of("ClassTable"))
                .contains("@Named(\"class\")", "> default_ = integer().primaryKey();", "> int_ = integer();")
                .contains("> aB = integer();", "> aB2 = integer().named(\"a b\");", "> größe = integer();")
                .contains("> column2fa = integer().named(\"2fa\");", "> column3 = integer().named(\"???\");");
        assertThat(classes.names()).isEqualTo("ClassTable.java Große.java Table.java Table2nd.java 用户.java");
    }

    @Test
    void classes_that_java_or_the_dsl_have_already() throws SQLException {
        Classes classes = pulled("""
                CREATE TYPE column_type AS ENUM ('a');
                CREATE TABLE "object" (id int PRIMARY KEY, string_id int);
                CREATE TABLE string (id int PRIMARY KEY, t column_type);
                CREATE TABLE "column" (id int PRIMARY KEY REFERENCES string);
                CREATE TABLE "index" (id int);
                CREATE TABLE list (id int[]);
                CREATE TABLE "database" (id int);
                CREATE TABLE "cascade" (id int PRIMARY KEY, up int REFERENCES "cascade" ON DELETE CASCADE);
                CREATE SEQUENCE database_seq;
                """);

        assertThat(classes.names())
                .isEqualTo("Cascade.java ColumnTable.java ColumnType.java Database.java Database2.java IndexTable.java"
                        + " ListTable.java ObjectTable.java StringTable.java");
        assertThat(classes.of("Cascade")).contains("references(() -> CASCADE2.id).onDelete(CASCADE)");
    }

    @Test
    void names_that_become_one_and_the_same() throws SQLException {
        Classes classes = pulled("""
                CREATE SCHEMA auth;
                CREATE SCHEMA "Auth";
                CREATE TABLE users (id int PRIMARY KEY);
                CREATE TABLE "Users" (id int PRIMARY KEY REFERENCES users);
                CREATE TABLE auth.users (id int PRIMARY KEY REFERENCES public.users);
                CREATE TABLE "Auth".users (id int PRIMARY KEY REFERENCES auth.users);
                CREATE TYPE auth.mood AS ENUM ('a-b', 'a_b', 'A_B', '', 'class', '1', 'ä', 'x y');
                CREATE TYPE mood AS ENUM ('ok');
                CREATE TABLE moods (a mood DEFAULT 'ok', b auth.mood DEFAULT 'a_b', c auth.mood[] DEFAULT '{}');
                """);

        assertThat(classes.names())
                .isEqualTo(
                        "AuthMood.java AuthUsers.java AuthUsers2.java Mood.java Moods.java Users.java UsersTable.java");
        assertThat(classes.of("AuthMood")).contains("    A_B", "@Label(\"a-b\")", "@Label(\"\")", "    CLASS");
        assertThat(classes.of("Moods")).contains("defaultTo(Mood.OK)", "List.of()");
    }

    @Test
    void keys_between_columns_that_java_tells_apart() throws SQLException {
        Classes classes = pulled("""
                CREATE TABLE parents (id bigint PRIMARY KEY, code varchar(10) UNIQUE, a int, b text, UNIQUE (a, b));
                CREATE TABLE children (
                    id serial PRIMARY KEY, parent_id int REFERENCES parents, code text REFERENCES parents (code) ON UPDATE CASCADE,
                    twice bigint REFERENCES parents REFERENCES parents ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
                    a bigint, b varchar, FOREIGN KEY (a, b) REFERENCES parents (a, b) MATCH FULL,
                    up int CONSTRAINT "Up!" REFERENCES children);
                ALTER TABLE parents ADD child_id int REFERENCES children;
                COMMENT ON CONSTRAINT children_a_b_fkey ON children IS 'both';
                """);

        assertThat(classes.of("Children"))
                .contains("integer().referencesAny(() -> PARENTS.id)", "references(\"Up!\", () -> CHILDREN.id)")
                .contains("foreignKeyAny(a, () -> PARENTS.a)", ".and(b, () -> PARENTS.b)", ".comment(\"both\")");
    }

    @Test
    void ways_to_count() throws SQLException {
        pulled("""
                CREATE TABLE counted (
                    a serial, b bigserial NOT NULL, c smallserial,
                    d int GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5 CACHE 10),
                    e bigint GENERATED BY DEFAULT AS IDENTITY (MINVALUE -5 MAXVALUE 9000000000 CYCLE));
                ALTER TABLE counted ALTER a DROP NOT NULL;
                ALTER SEQUENCE counted_b_seq RENAME TO "Other";
                ALTER SEQUENCE counted_c_seq INCREMENT BY -1 MINVALUE -100 MAXVALUE 100 START 100;
                CREATE SEQUENCE own AS smallint OWNED BY counted.d;
                CREATE SEQUENCE "Free" INCREMENT 7;
                """);
    }

    @Test
    void texts_of_every_sort() throws SQLException {
        pulled("""
                CREATE TABLE texts (a text DEFAULT E'it''s\\n "quoted" \\\\ back', b text DEFAULT '', c jsonb DEFAULT '{"a": [1]}',
                    d numeric DEFAULT 0, e numeric(10,2) DEFAULT -1.50, f real DEFAULT 1.5, g double precision DEFAULT 1e100,
                    h bigint DEFAULT 9223372036854775807, i smallint DEFAULT -1, j boolean DEFAULT false, k bytea DEFAULT '\\x00',
                    l timestamptz DEFAULT now(), m date DEFAULT CURRENT_DATE, n uuid DEFAULT gen_random_uuid(),
                    o text[] DEFAULT ARRAY['a'], p int DEFAULT (1 + 1), q interval DEFAULT '1 day', r text DEFAULT 'null',
                    s varchar(5) DEFAULT NULL, t interval day to second(3), u numeric(5, -2), v bit(3) DEFAULT B'101', w "char");
                COMMENT ON TABLE texts IS E'two\nlines, a "quote", a \\ and \t a tab ';
                COMMENT ON COLUMN texts.a IS E'\\u2028 \\u200b \\ufeff \""" done"';
                CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $body$
                \tDECLARE
                \t\tx text := 'a\\b\"""c';  \s
                BEGIN
                  RETURN x || E'\\u0041';
                END $body$;
                CREATE VIEW v AS SELECT a, b || '"' AS "B ""x\""" FROM texts WHERE c @> '{}';
                """);
    }

    @Test
    void a_table_with_as_many_columns_as_there_can_be() throws SQLException {
        String columns = IntStream.rangeClosed(1, 1600)
                .mapToObj(i -> "c" + i + " bool NOT NULL DEFAULT true")
                .collect(Collectors.joining(", "));

        Classes classes = pulled("CREATE TABLE wide (" + columns + "); CREATE INDEX ON wide (c1, c1600)");

        assertThat(classes.of("Wide")).contains("include(new Part4())", "index().on(part1.c1, part4.c1600)");
    }

    @Test
    void what_everybody_has_and_somebody_says_something_of() throws SQLException {
        Classes classes = pulled("COMMENT ON SCHEMA public IS 'ours'; CREATE TABLE t (id int)");

        assertThat(classes.of("Database")).contains("public_ = schema(\"public\").comment(\"ours\")");
    }

    @Test
    void children_of_tables() throws SQLException {
        Classes classes = pulled("""
                CREATE TABLE measures (day date NOT NULL, city text DEFAULT 'x', "Odd" int) PARTITION BY RANGE (day);
                CREATE TABLE measures_1 PARTITION OF measures (city DEFAULT 'y') FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')
                    PARTITION BY LIST (city);
                CREATE TABLE measures_1_a PARTITION OF measures_1 DEFAULT;
                CREATE INDEX ON measures (city);
                CREATE INDEX own ON measures_1_a ("Odd", day);
                CREATE TABLE things (id int PRIMARY KEY, name text);
                CREATE TABLE cars (wheels int, UNIQUE (id)) INHERITS (things);
                CREATE TABLE wheels (car_id int REFERENCES cars (id));
                CREATE UNLOGGED TABLE notes (body text COLLATE "C") WITH (fillfactor = 70);
                ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
                CREATE POLICY mine ON notes FOR SELECT USING (body = CURRENT_USER);
                CREATE STATISTICS pair (ndistinct) ON id, name FROM things;
                """);

        assertThat(classes.of("Cars")).contains("@Inherits(Things.class)", "inherited(THINGS.id)");
        assertThat(classes.of("Notes")).contains("@Unlogged", "@RowLevelSecurity", "policy().forSelect()");
    }

    @Test
    void what_heirs_declare_for_themselves_too() throws SQLException {
        Classes classes = pulled("""
                CREATE TABLE things (id int, "The name" text, CONSTRAINT named CHECK ("The name" <> ''));
                CREATE TABLE others (id int);
                CREATE TABLE cars (id int, "The name" text, wheels int, CONSTRAINT named CHECK ("The name" <> '')) INHERITS (things, others);
                CREATE TABLE bikes ("The name" text) INHERITS (things);
                """);
        assertThat(classes.of("Cars"))
                .contains("@Inherits(value = {Things.class, Others.class}, declaredColumns = {\"id\", \"The name\"},")
                .contains("declaredChecks = \"named\")");
        assertThat(classes.of("Bikes")).contains("@Inherits(value = Things.class, declaredColumns = \"The name\")");
    }

    @Test
    void what_has_no_class_of_its_own() throws SQLException {
        Classes classes = pulled("CREATE TEXT SEARCH CONFIGURATION news (COPY = simple)");

        assertThat(classes.of("Database")).contains("news = raw(\"text search configuration\", \"public.news\")");
    }
}
