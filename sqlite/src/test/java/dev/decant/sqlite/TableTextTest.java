package dev.decant.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.Deferral;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.MatchType;
import dev.decant.model.ObjectName;
import dev.decant.model.ReferentialAction;
import dev.decant.model.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is what SQLite made of the statement: every text here is first given to SQLite. */
class TableTextTest {
    private static Table read(String name, String... statements) throws SQLException {
        try (Lab lab = new Lab()) {
            return lab.run(statements).table(name);
        }
    }

    @Test
    void columns_and_keys_without_names_get_the_usual_ones() throws SQLException {
        Table table = read("pets", "CREATE TABLE owners (id INTEGER PRIMARY KEY, mail TEXT UNIQUE)", """
                create table pets(id integer primary key autoincrement, -- the number
                  name varchar( 20 ) not null default 'x' check(name<>''),
                  owner_id int references OWNERS on delete cascade, b, c decimal(10,-2) unique,
                  check (b > c), check (c > 1), check (c > 2), unique(name,b), foreign key (c) references owners (MAIL))""");
        assertThat(table.columns())
                .extracting(Column::name, column -> column.type().toString(), Column::nullable)
                .containsExactly(
                        tuple("id", "INTEGER", false),
                        tuple("name", "VARCHAR(20)", false),
                        tuple("owner_id", "INT", true),
                        tuple("b", "BLOB", true),
                        tuple("c", "DECIMAL(10,-2)", true));
        assertThat(table.column("id").orElseThrow().fill()).isEqualTo(new Fill.AutoIncrement());
        assertThat(table.column("name").orElseThrow().fill()).isEqualTo(new Fill.Default(new Expression("'x'")));
        assertThat(table.constraints())
                .containsExactlyInAnyOrder(
                        new Constraint.PrimaryKey("pets_pkey", List.of("id"), ""),
                        Constraint.Check.of("pets_name_check", new Expression("name <> ''")),
                        Constraint.Check.of("pets_check", new Expression("b > c")),
                        Constraint.Check.of("pets_c_check", new Expression("c > 1")),
                        Constraint.Check.of("pets_c_check1", new Expression("c > 2")),
                        Constraint.Unique.of("pets_c_key", List.of("c")),
                        Constraint.Unique.of("pets_name_b_key", List.of("name", "b")),
                        ForeignKey.of("pets_c_fkey", List.of("c"), ObjectName.of("owners"), List.of("mail")),
                        new ForeignKey(
                                "pets_owner_id_fkey",
                                List.of("owner_id"),
                                ObjectName.of("owners"),
                                List.of("id"),
                                ReferentialAction.NO_ACTION,
                                ReferentialAction.CASCADE,
                                MatchType.SIMPLE,
                                Deferral.NOT_DEFERRABLE,
                                Enforcement.ENFORCED,
                                ""));
    }

    @Test
    void every_quoting_and_any_order_of_constraints_is_read() throws SQLException {
        Table table = read("o\"dd ]", """
                CREATE TABLE "o""dd ]" ([a b] 'my type' CONSTRAINT 'n n' NOT NULL COLLATE nocase
                  CONSTRAINT [u (] UNIQUE ON CONFLICT REPLACE CONSTRAINT c1 CHECK (([a b] <> ')' /* ) */)),
                  `select` TEXT DEFAULT (lower('A,)' || 'q')) CONSTRAINT lost,
                  g INT GENERATED ALWAYS AS (length("a b")) STORED, v AS (g + 1),
                  r REFERENCES "o""dd ]" ("select") NOT NULL DEFERRABLE INITIALLY DEFERRED ON CONFLICT FAIL
                  CONSTRAINT pk PRIMARY KEY ("a b" COLLATE BINARY DESC, `select`)
                  UNIQUE (g, [select])) WITHOUT ROWID""".replace(" ON CONFLICT FAIL", ","));
        assertThat(table.column("a b").orElseThrow().type().toString()).isEqualTo("MY TYPE COLLATE NOCASE");
        assertThat(table.column("select").orElseThrow().fill())
                .isEqualTo(new Fill.Default(new Expression("lower('A,)' || 'q')")));
        assertThat(table.column("g").orElseThrow().fill())
                .isEqualTo(new Fill.Generated(new Expression("length(\"a b\")"), true));
        assertThat(table.column("v").orElseThrow().fill())
                .isEqualTo(new Fill.Generated(new Expression("g + 1"), false));
        assertThat(table.constraints())
                .extracting(Constraint::name)
                .containsExactly("c1", "o\"dd ]_g_select_key", "o\"dd ]_r_fkey", "pk", "u (");
        assertThat(table.foreignKeys().getFirst().deferral()).isEqualTo(Deferral.INITIALLY_DEFERRED);
        assertThat(table.options())
                .isEqualTo(Map.of(
                        "without_rowid", "true", "on_conflict.u (", "REPLACE", "key_order.pk", "COLLATE BINARY DESC,"));
    }

    @Test
    void constraints_of_one_name_are_told_apart() throws SQLException {
        Table table =
                read("t", "CREATE TABLE t (a INT CONSTRAINT x UNIQUE, b INT CONSTRAINT x CHECK (b > 0), UNIQUE (b))");
        assertThat(table.constraints()).extracting(Constraint::name).containsExactly("t_b_key", "x", "x1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a INT DEFAULT -1, b DEFAULT +2, c DEFAULT (1 + 1), d DEFAULT x'00', e DEFAULT abc, f DEFAULT \"q\")",
                "CREATE TABLE t (a DEFAULT CURRENT_TIMESTAMP, b DEFAULT TRUE, c DEFAULT NULL, d DEFAULT 1e3, e DEFAULT 0x1F)",
                "CREATE TABLE t (a UNSIGNED BIG INT, b DOUBLE PRECISION, c CHARACTER VARYING (20), key text)",
                "CREATE TABLE t (id INTEGER PRIMARY KEY DESC, b TEXT COLLATE RTRIM)",
                "CREATE TABLE t (id INT PRIMARY KEY ON CONFLICT IGNORE, b TEXT NOT NULL ON CONFLICT FAIL NULL UNIQUE)",
                "CREATE TABLE t (id INTEGER, b TEXT, PRIMARY KEY (id DESC)) STRICT",
                "CREATE TABLE t (id INTEGER, b TEXT, PRIMARY KEY (b, id)) WITHOUT ROWID, STRICT",
                "CREATE TABLE t (a TEXT UNIQUE COLLATE NOCASE, b TEXT, UNIQUE (b COLLATE NOCASE DESC))",
                "CREATE TABLE t (a INT REFERENCES t (b) ON UPDATE SET NULL ON DELETE SET DEFAULT MATCH FULL, b INT PRIMARY KEY)",
                "CREATE TABLE t (a INT, b INT REFERENCES missing, c INT REFERENCES t DEFERRABLE)",
                "CREATE TABLE t (a INT, b AS (a) VIRTUAL, c INT AS (a * 2) STORED NOT NULL)",
                "CREATE TABLE t (a CHECK (a IN (1, 2)) CHECK (a > 0), CHECK (t.a > 0) CONSTRAINT c CHECK (\"t\".\"a\" < 9))",
                "CREATE TABLE main.t (\"Mixed Case\" TEXT, \"order\" TEXT, CHECK (\"Mixed Case\" > \"order\"))",
                "CREATE TABLE t AS SELECT 1 AS a, 'x' AS \"b c\"",
                "CREATE TABLE 't' ('a' 'b', `c`, [d] [e f])",
            })
    void what_is_read_and_written_is_read_as_the_same(String sql) throws SQLException {
        try (Lab lab = new Lab();
                Lab other = new Lab()) {
            Table first = lab.run(sql).table("t");
            SqliteTables.create(first).forEach(statement -> quietly(() -> other.run(statement.sql())));
            assertThat(other.table("t")).isEqualTo(first);
            assertThat(other.rows(ALL_COLUMNS)).isEqualTo(lab.rows(ALL_COLUMNS));
            assertThat(other.rows(ALL_KEYS)).isEqualTo(lab.rows(ALL_KEYS));
            assertThat(other.rows(ALL_INDEXES)).isEqualTo(lab.rows(ALL_INDEXES));
        }
    }

    /** A column without a type comes back as one of type BLOB, which is the same to SQLite. */
    private static final String ALL_COLUMNS =
            "SELECT name, iif(type = '', 'BLOB', upper(replace(type, ' ', ''))), \"notnull\" OR pk, pk, hidden"
                    + " FROM pragma_table_xinfo('t') ORDER BY cid";

    private static final String ALL_KEYS =
            "SELECT \"table\", \"from\", \"to\" IS NULL OR \"to\" = \"from\" OR \"to\", on_update, on_delete, \"match\""
                    + " FROM pragma_foreign_key_list('t') ORDER BY \"from\"";

    private static final String ALL_INDEXES = """
            SELECT i."unique", i.origin, i.partial, x.name, x.desc, x.coll, x.key
            FROM pragma_index_list('t') i JOIN pragma_index_xinfo(i.name) x
            ORDER BY i.origin, group_concat(x.name) OVER (PARTITION BY i.name), x.seqno""";

    @Test
    void indexes_are_read_with_order_collation_expression_and_predicate() throws SQLException {
        Table table = read(
                "t",
                "CREATE TABLE t (a TEXT, \"B b\" INT)",
                "CREATE UNIQUE INDEX IF NOT EXISTS \"Ix 1\" ON T (A collate nocase DESC, lower( a ), [b B] asc) WHERE \"B b\">0",
                "CREATE INDEX ix2 ON t (a || 'x' COLLATE NOCASE, 'a')");
        assertThat(table.indexes().getFirst())
                .isEqualTo(new Index(
                        "Ix 1",
                        List.of(
                                Index.Key.of("a")
                                        .withDescending(true)
                                        .withCollation(Optional.of(ObjectName.of("NOCASE"))),
                                Index.Key.of(new Index.Subject.OfExpression(new Expression("lower(a)"))),
                                Index.Key.of("B b")),
                        true,
                        "",
                        false,
                        List.of(),
                        Optional.of(new Expression("\"B b\" > 0")),
                        Map.of(),
                        ""));
        assertThat(table.indexes().getLast().keys().getLast().subject()).isEqualTo(new Index.Subject.OfColumn("a"));
    }

    @Test
    void views_virtual_tables_and_the_history_are_no_tables_of_the_schema() throws SQLException {
        try (Lab lab = new Lab()) {
            lab.run(
                    "CREATE TABLE t (a TEXT)",
                    "CREATE VIEW v AS SELECT a FROM t",
                    "CREATE VIRTUAL TABLE f USING fts5 (a)",
                    "CREATE TEMP TABLE passing (a)",
                    "CREATE TABLE decant_migration (id TEXT)",
                    "CREATE TABLE decant_migration_step (id TEXT)");
            assertThat(lab.schema().tables().keySet()).containsExactly(ObjectName.of("t"));
        }
    }

    /** Something that may fail in SQL. */
    interface Action {
        void run() throws SQLException;
    }

    static void quietly(Action action) {
        try {
            action.run();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
