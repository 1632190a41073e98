package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.plan.Plan;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineageTest {
    private static final String MEASURES = """
            CREATE TABLE measures (
                id bigint GENERATED ALWAYS AS IDENTITY, at date NOT NULL DEFAULT now(), city text COLLATE "C" DEFAULT 'x',
                n serial, heat integer CHECK (heat > 0), PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            CREATE INDEX ix_city ON measures (city, lower(city));
            """;
    private static final String YEARS = """
            CREATE TABLE measures_2025 PARTITION OF measures FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
            CREATE TABLE measures_old PARTITION OF measures DEFAULT;
            """;

    private static Table table(Schema schema, String name) {
        return schema.table(ObjectName.of("public", name)).orElseThrow();
    }

    private static List<String> statements(Plan plan) {
        return plan.statements().map(statement -> statement.sql()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void partitions_of_every_kind_are_read_and_made_again(String major) throws SQLException {
        Schema schema = DumpRoundTrip.check(major, MEASURES + YEARS + """
                CREATE SCHEMA cold;
                CREATE TABLE cold.measures_2024 PARTITION OF measures (city DEFAULT 'y' NOT NULL, CHECK (heat < 100))
                    FOR VALUES FROM (MINVALUE) TO ('2025-01-01') PARTITION BY RANGE (at);
                CREATE TABLE cold.part_a PARTITION OF cold.measures_2024 FOR VALUES FROM ('2024-01-01') TO ('2024-02-01') WITH (fillfactor = 50);
                CREATE TABLE labels (label text, n integer) PARTITION BY LIST (lower(label) COLLATE "POSIX" text_pattern_ops);
                CREATE TABLE labels_a PARTITION OF labels FOR VALUES IN ('a', 'it''s', NULL);
                CREATE INDEX ix_own ON cold.part_a (heat) WHERE heat > 3;
                ALTER TABLE cold.part_a ADD CONSTRAINT own_key UNIQUE (n, at);
                ALTER TABLE measures_2025 ALTER COLUMN city DROP DEFAULT, ALTER COLUMN heat SET STATISTICS 50;
                COMMENT ON COLUMN measures_2025.city IS 'where';
                CREATE TABLE shards (key uuid, "Odd name" point) PARTITION BY HASH (key, (key::text));
                CREATE TABLE shards_0 PARTITION OF shards FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE shards_1 PARTITION OF shards FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                CREATE TABLE pairs (a integer, b bigint) PARTITION BY RANGE (a, b);
                CREATE TABLE pairs_1 PARTITION OF pairs FOR VALUES FROM (-1, MINVALUE) TO (5, MAXVALUE);
                """);
        assertThat(table(schema, "measures_2025").lineage())
                .isEqualTo(Lineage.partitionOf(
                        ObjectName.of("public", "measures"),
                        new Expression("FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')")));
        assertThat(table(schema, "measures_2025").columns())
                .extracting(Column::name, Column::fill)
                .startsWith(tuple("city", Fill.NOTHING));
        assertThat(table(schema, "measures_old"))
                .returns(List.of(), Table::columns)
                .returns(List.of(), Table::constraints)
                .returns(List.of(), Table::indexes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_table_is_attached_with_its_rows_and_detached_again(String major) throws SQLException {
        String plain = """
                CREATE TABLE measures_2025 (
                    id bigint NOT NULL, at date NOT NULL, city text COLLATE "C", n integer NOT NULL, heat integer, PRIMARY KEY (id, at));
                CREATE INDEX ix_2025 ON measures_2025 (city, lower(city));
                """;
        Plan plan = DumpRoundTrip.between(major, MEASURES + plain, MEASURES + plain + """
                        ALTER TABLE measures_2025 ADD CONSTRAINT measures_heat_check CHECK (heat > 0);
                        ALTER TABLE measures ATTACH PARTITION measures_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                        """);
        assertThat(statements(plan))
                .noneMatch(sql -> sql.startsWith("DROP TABLE"))
                .anyMatch(
                        sql -> sql.startsWith("ALTER TABLE public.measures ATTACH PARTITION public.measures_2025 FOR"));
    }

    @Test
    void bounds_columns_and_indexes_change_over_all_partitions() throws SQLException {
        Plan plan = DumpRoundTrip.between("14", MEASURES + YEARS + """
                ALTER TABLE measures_2025 ALTER COLUMN city SET DEFAULT 'own';
                CREATE INDEX ix_own ON measures_2025 (heat);
                """, """
                CREATE TABLE measures (
                    id bigint GENERATED ALWAYS AS IDENTITY, at date NOT NULL DEFAULT now(), city text COLLATE "C" DEFAULT 'z',
                    n serial, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
                CREATE UNIQUE INDEX ix_city ON measures (city, at);
                CREATE TABLE measures_2025 PARTITION OF measures FOR VALUES FROM ('2025-01-01') TO ('2025-07-01');
                ALTER TABLE measures_2025 ALTER COLUMN city SET DEFAULT 'own';
                CREATE TABLE measures_half PARTITION OF measures FOR VALUES FROM ('2025-07-01') TO ('2026-01-01');
                CREATE TABLE measures_old PARTITION OF measures DEFAULT;
                """);
        assertThat(statements(plan))
                .containsSubsequence(
                        "ALTER TABLE public.measures DETACH PARTITION public.measures_2025",
                        "DROP INDEX public.ix_own",
                        "ALTER TABLE public.measures ATTACH PARTITION public.measures_2025 FOR VALUES FROM ('2025-01-01') TO ('2025-07-01')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void tables_inherit_from_others(String major) throws SQLException {
        Schema schema = DumpRoundTrip.check(major, """
                CREATE TABLE things (id serial PRIMARY KEY, name text DEFAULT 'a' CHECK (name <> ''), own integer CHECK (own > 1) NO INHERIT);
                CREATE TABLE dated (at date NOT NULL);
                CREATE TABLE books (pages integer, CHECK (pages > 0)) INHERITS (things, dated);
                ALTER TABLE books ALTER COLUMN at SET DEFAULT now(), ALTER COLUMN name SET DEFAULT 'b';
                CREATE TABLE bare () INHERITS (dated);
                CREATE INDEX ix_books ON books (at);
                """);
        assertThat(table(schema, "books").columns())
                .extracting(Column::name)
                .containsExactlyInAnyOrder("pages", "name", "at");
        assertThat(table(schema, "books").constraints())
                .extracting(Constraint::name)
                .containsExactly("books_pages_check");
    }

    @Test
    void a_table_gets_and_loses_a_parent() throws SQLException {
        String parents =
                "CREATE TABLE things (id integer NOT NULL, name text CHECK (name <> '')); CREATE TABLE dated (at date);";
        Plan plan = DumpRoundTrip.between(
                "14",
                parents
                        + "CREATE TABLE books (id integer NOT NULL, name text CONSTRAINT things_name_check CHECK (name <> ''),"
                        + " pages integer, at date); ALTER TABLE books INHERIT things;",
                parents + "CREATE TABLE books (id integer NOT NULL, name text, pages integer, at date,"
                        + " CONSTRAINT things_name_check CHECK (name <> '')); ALTER TABLE books INHERIT dated;");
        assertThat(statements(plan))
                .contains(
                        "ALTER TABLE public.books NO INHERIT public.things",
                        "ALTER TABLE public.books INHERIT public.dated")
                .noneMatch(sql -> sql.startsWith("DROP TABLE"));
    }

    @Test
    void an_index_of_one_partition_may_hold_a_key_and_be_called_otherwise() throws SQLException {
        String attached = """
                CREATE TABLE t (id integer NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                """;
        Schema schema = DumpRoundTrip.check("15", attached + """
                CREATE UNIQUE INDEX ix_t ON ONLY t (id, at);
                ALTER TABLE t_1 ADD CONSTRAINT special_key PRIMARY KEY (id, at);
                ALTER INDEX ix_t ATTACH PARTITION special_key;
                CREATE INDEX ix_at ON t (at);
                ALTER INDEX t_1_at_idx RENAME TO special_at;
                CREATE INDEX ix_lonely ON ONLY t (id);
                """);
        assertThat(table(schema, "t_1").indexes()).extracting(Index::name).containsExactly("special_at");
        DumpRoundTrip.between("15", attached + "CREATE INDEX ix_at ON t (at);", attached + """
                CREATE INDEX ix_at ON t (at);
                ALTER INDEX t_1_at_idx RENAME TO special_at;
                """);
    }

    @Test
    void a_table_divides_its_rows_from_now_on_and_keeps_them() throws SQLException {
        String others = "CREATE TABLE notes (t integer REFERENCES t); CREATE VIEW v AS SELECT n FROM t;"
                + " CREATE INDEX ix_n ON t (n); CREATE POLICY p ON t USING (n > 0);";
        String plain =
                "CREATE TABLE t (id serial PRIMARY KEY, n integer, at bigint GENERATED ALWAYS AS IDENTITY);" + others;
        String divided = "CREATE TABLE t (id serial PRIMARY KEY, n integer, at bigint GENERATED ALWAYS AS IDENTITY)"
                + " PARTITION BY RANGE (id); CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10);" + others;
        DumpRoundTrip.between("14", plain, divided);
        try (LiveDatabase live = LiveDatabase.open("15");
                LiveDatabase wanted = LiveDatabase.open("15")) {
            live.execute(plain + "INSERT INTO t (n) VALUES (7), (8); INSERT INTO notes VALUES (2)");
            wanted.execute(divided);
            Schema before = live.inspect();
            live.migrate(before, wanted.inspect());
            assertThat(live.query("SELECT n FROM t_1 ORDER BY id")).containsExactly("7", "8");
            live.execute("INSERT INTO t (n) VALUES (9)");
            live.migrate(live.inspect(), before);
            assertThat(live.query("SELECT id || ' ' || n || ' ' || at FROM t ORDER BY id"))
                    .containsExactly("1 7 1", "2 8 2", "3 9 3");
        }
    }

    @Test
    void a_partitioned_table_divides_its_rows_in_another_way_and_keeps_them() throws SQLException {
        String table = "CREATE TABLE t (id serial, at date, n %s, PRIMARY KEY (id, at, n)) PARTITION BY RANGE (%s);"
                + "CREATE INDEX ix_n ON t (n); CREATE VIEW v AS SELECT n FROM t_1;";
        String byId = table.formatted("integer", "id").replace("CREATE INDEX", """
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10) TO (20) PARTITION BY LIST (n);
                CREATE TABLE t_2_any PARTITION OF t_2 DEFAULT;
                CREATE INDEX""");
        String byDay = table.formatted("text", "at").replace("CREATE INDEX", """
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
                CREATE INDEX""");
        DumpRoundTrip.between("14", byId, byDay);
        try (LiveDatabase live = LiveDatabase.open("18");
                LiveDatabase wanted = LiveDatabase.open("18")) {
            live.execute(byId + "INSERT INTO t (at, n) VALUES ('2026-02-03', 7), ('2027-02-03', 8)");
            wanted.execute(byDay);
            Schema before = live.inspect();
            live.migrate(before, wanted.inspect());
            assertThat(live.query("SELECT id || ' ' || n FROM t_2")).containsExactly("2 8");
            live.execute("INSERT INTO t (at, n) VALUES ('2026-02-04', '9')");
            live.migrate(live.inspect(), before);
            assertThat(live.query("SELECT id || ' ' || n FROM t_1 ORDER BY id")).containsExactly("1 7", "2 8", "3 9");
        }
    }

    @Test
    void a_partition_divides_its_own_rows_from_now_on() throws SQLException {
        String table =
                "CREATE TABLE t (id integer PRIMARY KEY, n text) PARTITION BY RANGE (id); CREATE INDEX ix ON t (n);"
                        + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10)";
        DumpRoundTrip.between(
                "14",
                table,
                table + " PARTITION BY LIST (id); CREATE TABLE t_1_a PARTITION OF t_1 FOR VALUES IN (1, 2)");
    }

    @Test
    void a_partition_that_gets_partitions_has_indexes_that_would_be_called_alike() throws SQLException {
        String table = "CREATE TABLE t (a integer, b integer) PARTITION BY LIST (a);"
                + "CREATE INDEX one ON t (a, b); CREATE INDEX two ON t (a, b) WITH (fillfactor = 70);";
        ObjectProof.becomes(
                table + "CREATE TABLE p PARTITION OF t FOR VALUES IN (1)",
                table + "CREATE TABLE p PARTITION OF t FOR VALUES IN (1) PARTITION BY LIST (b)");
    }

    @Test
    void what_rows_are_divided_by_gets_another_type_and_they_stay() throws SQLException {
        String narrow =
                "CREATE TABLE t (id integer PRIMARY KEY, n text) PARTITION BY HASH (id); CREATE VIEW v AS SELECT id FROM t;"
                        + "CREATE TABLE t_0 PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 0);"
                        + "CREATE TABLE t_1 PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 1);";
        String wide = narrow.replace("id integer", "id bigint");
        DumpRoundTrip.between("14", narrow, wide);
        try (LiveDatabase live = LiveDatabase.open("15");
                LiveDatabase wanted = LiveDatabase.open("15")) {
            live.execute(narrow + "INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c')");
            wanted.execute(wide);
            live.migrate(live.inspect(), wanted.inspect());
            assertThat(live.query("SELECT id || n FROM t ORDER BY id")).containsExactly("1a", "2b", "3c");
        }
    }

    @Test
    void what_heirs_held_is_divided_among_partitions() throws SQLException {
        String heirs = "CREATE TABLE t (id integer, n text); CREATE TABLE t_1 (CHECK (id < 10)) INHERITS (t);"
                + " CREATE TABLE t_2 () INHERITS (t); CREATE TABLE t_2_a () INHERITS (t_2);";
        String partitions = "CREATE TABLE t (id integer, n text) PARTITION BY RANGE (id);"
                + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (100)";
        DumpRoundTrip.between("15", heirs, partitions);
        try (LiveDatabase live = LiveDatabase.open("15");
                LiveDatabase wanted = LiveDatabase.open("15")) {
            live.execute(heirs + "INSERT INTO t_1 VALUES (1, 'a'); INSERT INTO t_2_a VALUES (2, 'b')");
            wanted.execute(partitions);
            live.migrate(live.inspect(), wanted.inspect());
            assertThat(live.query("SELECT id || n FROM t_1 ORDER BY id")).containsExactly("1a", "2b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void an_identity_comes_to_a_table_with_children_and_numbers_their_rows(String major) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase other = LiveDatabase.open(major)) {
            String cities = "CREATE TABLE cities () INHERITS (places);";
            ObjectProof.run(
                    live,
                    "CREATE TABLE places (name text);" + cities
                            + "INSERT INTO places VALUES ('sea'); INSERT INTO cities VALUES ('rome'), ('bonn')");
            ObjectProof.run(
                    other, "CREATE TABLE places (name text, id integer GENERATED ALWAYS AS IDENTITY);" + cities);
            Schema after = other.inspect();
            live.migrate(live.inspect(), after);
            assertThat(live.inspect()).isEqualTo(after);
            live.execute("INSERT INTO places VALUES ('lake')");
            assertThat(live.query("SELECT id FROM places ORDER BY 1")).containsExactly("1", "2", "3", "4");
        }
    }

    @Test
    void partitions_take_each_others_rows() throws SQLException {
        String root = "CREATE TABLE p (id integer) PARTITION BY RANGE (id);";
        String part = "CREATE TABLE %s PARTITION OF p %s;";
        String some = "FOR VALUES FROM (1) TO (5)";
        String others = "FOR VALUES FROM (5) TO (9)";
        for (String end : List.of(others, "DEFAULT")) {
            assertThat(ObjectProof.becomes(
                            root + part.formatted("a", some) + part.formatted("b", end),
                            root + part.formatted("a", end) + part.formatted("b", some)))
                    .startsWith(
                            "ALTER TABLE public.p DETACH PARTITION public.a",
                            "ALTER TABLE public.p DETACH PARTITION public.b");
        }
    }

    @Test
    void a_column_that_a_child_refuses_to_have_null_becomes_a_computed_one() throws SQLException {
        String table = "CREATE TABLE p (id integer, a integer%s); CREATE TABLE c (b integer) INHERITS (p);"
                + "ALTER TABLE c ALTER a SET NOT NULL, ADD CHECK (a > 3); CREATE INDEX i ON c (a);";
        assertThat(ObjectProof.becomes(table.formatted(""), table.formatted(" GENERATED ALWAYS AS (id + 1) STORED")))
                .containsSubsequence(
                        "ALTER TABLE public.p DROP COLUMN a", "ALTER TABLE public.c ALTER COLUMN a SET NOT NULL");
    }

    @Test
    void a_column_moves_into_a_new_child() throws SQLException {
        assertThat(ObjectProof.becomes(
                        "CREATE TABLE t (id integer, name text);",
                        "CREATE TABLE t (id integer); CREATE TABLE u (name text) INHERITS (t);"))
                .containsExactly("ALTER TABLE public.t DROP COLUMN name", "CREATE TABLE public.u (");
    }

    @Test
    void a_child_gets_from_a_parent_what_nothing_makes_of_its_own_column() throws SQLException {
        assertThat(ObjectProof.becomes(
                        "CREATE TABLE p (a integer[]); CREATE TABLE c (a bigint CHECK (num_nulls(a) < 2))",
                        "CREATE TABLE p (a integer[]); CREATE TABLE c (CHECK (num_nulls(a) < 2)) INHERITS (p)"))
                .containsExactly(
                        "ALTER TABLE public.c ALTER COLUMN a TYPE integer[] USING NULL",
                        "ALTER TABLE public.c INHERIT public.p");
    }

    @Test
    void a_column_of_a_child_becomes_what_the_parent_comes_to_have() throws SQLException {
        assertThat(ObjectProof.becomes(
                        "CREATE TABLE p (id integer); CREATE TABLE c (state integer) INHERITS (p)",
                        "CREATE TABLE p (id integer, state text); CREATE TABLE c () INHERITS (p);"
                                + "CREATE POLICY x ON p USING (state = 'a')"))
                .containsExactly(
                        "ALTER TABLE public.c ALTER COLUMN state TYPE text",
                        "ALTER TABLE public.p ADD COLUMN state text",
                        "CREATE POLICY x ON public.p USING (state = 'a'::text)");
    }

    @Test
    void a_child_leaves_and_calls_its_not_null_by_a_name_of_its_own() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open("18");
                LiveDatabase other = LiveDatabase.open("18")) {
            String parent = "CREATE TABLE p (id integer NOT NULL);";
            ObjectProof.run(live, parent + "CREATE TABLE c () INHERITS (p)");
            ObjectProof.run(other, parent + "CREATE TABLE c (id integer CONSTRAINT here NOT NULL)");
            live.migrate(live.inspect(), other.inspect());
            assertThat(live.inspect()).isEqualTo(other.inspect());
        }
    }

    @Test
    void a_partition_that_gets_partitions_keeps_what_its_parent_always_counts() throws SQLException {
        String table = "CREATE TABLE p (id integer, n integer GENERATED ALWAYS AS IDENTITY) PARTITION BY LIST (id);"
                + "CREATE TABLE a PARTITION OF p FOR VALUES IN (1)%s;";
        assertThat(ObjectProof.becomes(table.formatted(""), table.formatted(" PARTITION BY LIST (n)")))
                .contains("INSERT INTO public.a (id, n) OVERRIDING SYSTEM VALUE SELECT id, n FROM public.a__before");
    }

    @Test
    void a_key_that_includes_a_column_is_built_again_without_who_points_at_it() throws SQLException {
        String table = "CREATE TABLE s (id integer, name %s NOT NULL, PRIMARY KEY (id) INCLUDE (name));"
                + "CREATE TABLE t (id integer REFERENCES s);";
        assertThat(ObjectProof.becomes(table.formatted("integer"), table.formatted("text")))
                .containsExactly(
                        "ALTER TABLE public.t DROP CONSTRAINT t_id_fkey",
                        "ALTER TABLE public.s ALTER COLUMN name TYPE text",
                        "ALTER TABLE public.t ADD CONSTRAINT t_id_fkey FOREIGN KEY (id) REFERENCES public.s (id)");
    }

    @Test
    void a_plain_column_is_computed_once_another_parent_computes_it() throws SQLException {
        String parents = "CREATE TABLE one (id integer, n integer DEFAULT 5);"
                + "CREATE TABLE two (id integer, n integer GENERATED ALWAYS AS (id + 1) STORED);";
        ObjectProof.becomes(
                parents + "CREATE TABLE child () INHERITS (one);", parents + "CREATE TABLE child () INHERITS (two);");
    }

    @Test
    void a_parent_gets_a_column_when_its_child_has_none_of_that_name_from_another_any_more() throws SQLException {
        String tables = "CREATE TABLE tagged (id integer, tag text); CREATE TABLE one (id integer%s)%s;"
                + "CREATE TABLE two (id integer%s); CREATE TABLE child () INHERITS (one, two);";
        ObjectProof.becomes(tables.formatted("", " INHERITS (tagged)", ""), tables.formatted("", "", ", tag integer"));
    }

    @Test
    void a_child_joins_a_parent_that_has_other_parents_by_then() throws SQLException {
        String other = "CREATE TABLE other (id integer, flag integer DEFAULT 5);";
        ObjectProof.becomes(
                other + "CREATE TABLE t (id integer); CREATE TABLE one () INHERITS (t);"
                        + "CREATE TABLE two () INHERITS (other); CREATE TABLE child () INHERITS (one)",
                other + "CREATE TABLE t (id integer, flag date); CREATE TABLE one () INHERITS (t);"
                        + "CREATE TABLE two () INHERITS (t); CREATE TABLE child () INHERITS (one, two)");
    }

    @Test
    void a_column_comes_to_be_filled_while_its_table_gets_a_parent_and_another_check() throws SQLException {
        String parent = "CREATE TABLE t (id serial);";
        String check = "ALTER TABLE child ALTER COLUMN id SET (n_distinct = -0.5);"
                + "ALTER TABLE child ADD CONSTRAINT small CHECK (id < %s) NO INHERIT";
        ObjectProof.becomes(
                parent + "CREATE TABLE child (id integer NOT NULL);" + check.formatted(3),
                parent + "CREATE TABLE child () INHERITS (t);" + check.formatted(5));
    }
}
