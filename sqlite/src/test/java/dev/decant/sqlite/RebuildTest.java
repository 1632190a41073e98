package dev.decant.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.TableTraits;
import dev.decant.sql.Syntax;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What needs a rebuild: the rows stay, what hangs on the table stays, and going back brings back what was. */
class RebuildTest {
    private static final ObjectName USERS = ObjectName.of("users");
    private static final Column AGE = Column.of("age", DataType.of("INT"));

    private Lab lab;

    @BeforeEach
    void open() throws SQLException {
        lab = new Lab()
                .run(
                        """
                        CREATE TABLE users (
                            id INTEGER CONSTRAINT users_pkey PRIMARY KEY AUTOINCREMENT,
                            name TEXT NOT NULL DEFAULT 'nobody',
                            age INT,
                            boss INTEGER,
                            CONSTRAINT users_boss_fkey FOREIGN KEY (boss) REFERENCES users (id) ON DELETE SET NULL,
                            CONSTRAINT users_age_check CHECK (age > 17))""",
                        """
                        CREATE TABLE pets (
                            id INTEGER CONSTRAINT pets_pkey PRIMARY KEY,
                            owner INTEGER NOT NULL
                                CONSTRAINT pets_owner_fkey REFERENCES users (id) ON UPDATE CASCADE ON DELETE CASCADE)""",
                        "INSERT INTO users (name, age, boss) VALUES ('Ann', 20, NULL), ('Bob', 30, 1), ('Cid', 40, 2)",
                        "DELETE FROM users WHERE name = 'Cid'",
                        "INSERT INTO pets (owner) VALUES (1), (1), (2)",
                        "CREATE INDEX ix_users_age ON users (age DESC) WHERE age > 18",
                        "PRAGMA foreign_keys = ON");
    }

    @AfterEach
    void close() throws SQLException {
        lab.close();
    }

    private void thereAndBack(Change... changes) throws SQLException {
        Schema before = lab.schema();
        List<String> rows = lab.rows("SELECT id, name, age, boss FROM users ORDER BY id");
        there(changes);
        List<Change> back = Changes.reverse(List.of(changes));
        assertThat(lab.change(back)).anyMatch(sql -> sql.startsWith("DROP TABLE users"));
        assertThat(lab.schema()).isEqualTo(before);
        assertThat(lab.rows("SELECT id, name, age, boss FROM users ORDER BY id"))
                .isEqualTo(rows);
        assertThat(lab.rows("SELECT owner FROM pets")).containsExactly("1", "1", "2");
    }

    private void there(Change... changes) throws SQLException {
        Schema expected = Changes.apply(List.of(changes), lab.schema(), Syntax.SQLITE);
        assertThat(lab.change(changes)).anyMatch(sql -> sql.startsWith("DROP TABLE users"));
        assertThat(lab.schema()).isEqualTo(expected);
        assertThat(lab.rows("SELECT owner FROM pets")).containsExactly("1", "1", "2");
        assertThat(lab.rows("PRAGMA foreign_keys")).containsExactly("1");
        assertThat(lab.rows("PRAGMA integrity_check")).containsExactly("ok");
    }

    @Test
    void the_statements_read_as_the_manual_has_them() throws SQLException {
        Change change = new AlterPart(USERS, AGE, AGE.withType(DataType.of("TEXT")));
        assertThat(lab.change(change))
                .containsExactly(
                        """
                        CREATE TABLE decant_new_users (
                            id INTEGER CONSTRAINT users_pkey PRIMARY KEY AUTOINCREMENT,
                            name TEXT NOT NULL DEFAULT 'nobody',
                            age TEXT,
                            boss INTEGER,
                            CONSTRAINT users_age_check CHECK (age > 17),
                            CONSTRAINT users_boss_fkey FOREIGN KEY (boss) REFERENCES users (id) ON DELETE SET NULL
                        )""",
                        "INSERT INTO sqlite_sequence (name, seq) SELECT 'decant_new_users', seq FROM sqlite_sequence"
                                + " WHERE name = 'users'",
                        """
                        INSERT INTO decant_new_users (id, name, age, boss)
                        SELECT id, name, age, boss FROM users""",
                        "CREATE TEMP TABLE IF NOT EXISTS decant_kept_trigger (name TEXT, tbl_name TEXT, sql TEXT)",
                        "INSERT INTO \"temp\".decant_kept_trigger SELECT name, tbl_name, sql FROM main.sqlite_schema"
                                + " WHERE type = 'trigger' AND tbl_name = 'users' COLLATE NOCASE",
                        "DROP TABLE users",
                        "PRAGMA legacy_alter_table = ON",
                        "ALTER TABLE decant_new_users RENAME TO users",
                        "PRAGMA legacy_alter_table = OFF",
                        "CREATE INDEX ix_users_age ON users (age DESC) WHERE age > 18");
    }

    @Test
    void a_column_gets_another_type() throws SQLException {
        thereAndBack(new AlterPart(USERS, AGE, AGE.withType(DataType.of("TEXT"))));
        lab.change(new AlterPart(USERS, AGE, AGE.withType(DataType.of("TEXT"))));
        assertThat(lab.rows("SELECT typeof(age) FROM users")).containsExactly("text", "text");
    }

    @Test
    void bytes_become_text_and_text_becomes_bytes() throws SQLException {
        Column name = lab.table("users").column("name").orElseThrow();
        Change change = new AlterPart(USERS, name, name.withType(DataType.of("BLOB")));
        there(change);
        assertThat(lab.rows("SELECT DISTINCT typeof(name) FROM users")).containsExactly("blob");
        there(change.reverse());
        assertThat(lab.rows("SELECT DISTINCT typeof(name) FROM users")).containsExactly("text");
    }

    @Test
    void a_value_that_is_no_number_is_not_lost_in_a_column_of_numbers() throws SQLException {
        lab.run("UPDATE users SET name = '007' WHERE id = 1");
        Column name = lab.table("users").column("name").orElseThrow();
        there(new AlterPart(USERS, name, name.withType(DataType.of("INTEGER"))));
        assertThat(lab.rows("SELECT name FROM users")).containsExactly("7", "Bob");
    }

    @Test
    void a_column_is_converted_as_the_user_says() throws SQLException {
        Column decades = AGE.withType(DataType.of("REAL"));
        there(
                new DropPart(USERS, Constraint.Check.of("users_age_check", new Expression("age > 17"))),
                new ConvertColumn(USERS, AGE, decades, new Expression("age / 10.0"), new Expression("age * 10")),
                new RenamePart(USERS, PartKind.COLUMN, "age", "decades"));
        assertThat(lab.rows("SELECT decades FROM users")).containsExactly("2.0", "3.0");
    }

    @Test
    void a_default_changes_and_goes() throws SQLException {
        Column name = lab.table("users").column("name").orElseThrow();
        thereAndBack(new AlterPart(USERS, name, name.withFill(new Fill.Default(new Expression("upper('x')")))));
        thereAndBack(new AlterPart(USERS, name, name.withFill(Fill.NOTHING)));
    }

    @Test
    void a_column_with_a_computed_default_is_added_and_filled() throws SQLException {
        Column column = Column.of("since", DataType.of("TEXT"))
                .withNullable(false)
                .withFill(new Fill.Default(new Expression("CURRENT_DATE")));
        there(new AddPart(USERS, column));
        assertThat(lab.rows("SELECT since = date() FROM users")).containsExactly("1", "1");
    }

    @Test
    void a_column_that_is_kept_computed_is_added() throws SQLException {
        Column column =
                Column.of("next", DataType.of("INT")).withFill(new Fill.Generated(new Expression("age + 1"), true));
        there(new AddPart(USERS, column));
        assertThat(lab.rows("SELECT next FROM users")).containsExactly("21", "31");
        there(new AlterPart(USERS, column, column.withFill(Fill.NOTHING)));
        assertThat(lab.rows("SELECT next FROM users")).containsExactly("21", "31");
    }

    @Test
    void a_column_without_values_for_the_rows_is_refused_and_nothing_changes() throws SQLException {
        Schema before = lab.schema();
        Column column = Column.of("mail", DataType.of("TEXT")).withNullable(false);
        Change unique = new AddPart(USERS, Constraint.Unique.of("users_mail_key", List.of("mail")));
        assertThatThrownBy(() -> lab.change(new AddPart(USERS, column), unique))
                .hasMessageContaining("NOT NULL constraint failed");
        assertThat(lab.schema()).isEqualTo(before);
        assertThat(lab.rows("PRAGMA foreign_keys")).containsExactly("1");
    }

    @Test
    void a_column_that_is_indexed_constrained_and_pointed_from_is_dropped() throws SQLException {
        Table users = lab.table("users");
        there(
                new DropPart(USERS, users.indexes().getFirst()),
                new DropPart(USERS, Constraint.Check.of("users_age_check", new Expression("age > 17"))),
                new DropPart(USERS, users.foreignKeys().getFirst()),
                new DropPart(USERS, AGE),
                new DropPart(USERS, users.column("boss").orElseThrow()));
        assertThat(lab.rows("SELECT * FROM users")).containsExactly("1,Ann", "2,Bob");
    }

    @Test
    void a_column_takes_the_name_of_one_that_goes() throws SQLException {
        Column name = lab.table("users").column("name").orElseThrow();
        lab.run("CREATE VIEW ages AS SELECT age FROM users");
        there(
                new DropPart(USERS, lab.table("users").foreignKeys().getFirst()),
                new DropPart(USERS, name),
                new RenamePart(USERS, PartKind.COLUMN, "age", "name"));
        assertThat(lab.rows("SELECT id, name FROM users")).containsExactly("1,20", "2,30");
        assertThat(lab.rows("SELECT * FROM ages")).containsExactly("20", "30");
    }

    @Test
    void columns_swap_their_names() throws SQLException {
        lab.run("UPDATE users SET boss = 1 WHERE id = 1");
        thereAndBack(
                new RenamePart(USERS, PartKind.COLUMN, "age", "between"),
                new RenamePart(USERS, PartKind.COLUMN, "boss", "age"),
                new RenamePart(USERS, PartKind.COLUMN, "between", "boss"),
                new AddPart(USERS, Constraint.Unique.of("users_name_key", List.of("name"))));
    }

    @Test
    void keys_come_and_go() throws SQLException {
        thereAndBack(new AddPart(USERS, Constraint.Unique.of("Users Names", List.of("name", "age"))));
        thereAndBack(new DropPart(USERS, lab.table("users").foreignKeys().getFirst()));
        thereAndBack(new RenamePart(USERS, PartKind.CONSTRAINT, "users_boss_fkey", "boss"));
        there(new DropPart(USERS, Constraint.Check.of("users_age_check", new Expression("age > 17"))));
    }

    @Test
    void rows_that_break_a_new_key_keep_it_out() throws SQLException {
        lab.run("UPDATE users SET name = 'Ann'");
        assertThatThrownBy(() -> lab.change(new AddPart(USERS, Constraint.Unique.of("u", List.of("name")))))
                .hasMessageContaining("UNIQUE constraint failed");
        assertThat(lab.rows("SELECT count(*) FROM pets")).containsExactly("3");
    }

    @Test
    void another_primary_key_is_chosen() throws SQLException {
        Table users = lab.table("users");
        Column id = users.column("id").orElseThrow();
        lab.run("DELETE FROM pets", "DROP TABLE pets");
        Schema before = lab.schema();
        lab.change(
                new DropPart(USERS, users.foreignKeys().getFirst()),
                new DropPart(USERS, users.primaryKey().orElseThrow()),
                new AlterPart(USERS, id, id.withFill(Fill.NOTHING)),
                new AddPart(USERS, new Constraint.PrimaryKey("users_pkey", List.of("name", "id"), "")));
        assertThat(lab.table("users").primaryKey().orElseThrow().columns()).containsExactly("name", "id");
        assertThat(lab.rows("SELECT id, name FROM users")).containsExactly("1,Ann", "2,Bob");
        assertThat(before.table(USERS)).contains(users);
    }

    @Test
    void a_table_becomes_strict_and_keeps_its_rows_by_key() throws SQLException {
        Table users = lab.table("users");
        thereAndBack(new AlterTable(USERS, users.traits(), new TableTraits(Map.of("strict", "true"), "")));
        lab.change(new AlterPart(
                USERS,
                users.column("id").orElseThrow(),
                users.column("id").orElseThrow().withFill(Fill.NOTHING)));
        thereAndBack(new AlterTable(USERS, users.traits(), new TableTraits(Map.of("without_rowid", "true"), "")));
    }

    @Test
    void a_default_of_another_type_does_not_slip_into_a_strict_table() throws SQLException {
        lab.run("CREATE TABLE exact (id INTEGER PRIMARY KEY) STRICT", "INSERT INTO exact VALUES (1)");
        ObjectName exact = ObjectName.of("exact");
        Column flag = Column.of("flag", DataType.of("BLOB"));
        assertThatThrownBy(() -> lab.change(new AddPart(exact, flag.withFill(new Fill.Default(new Expression("7"))))))
                .hasMessageContaining("cannot store INT value in BLOB column");
        lab.change(new AddPart(exact, flag.withFill(new Fill.Default(new Expression("X'07'")))));
        assertThat(lab.rows("SELECT typeof(flag) FROM exact")).containsExactly("blob");
    }

    @Test
    void all_changes_of_a_table_are_one_rebuild() throws SQLException {
        Table users = lab.table("users");
        List<String> statements = lab.change(
                new AddPart(USERS, Column.of("mail", DataType.of("TEXT"))),
                new AlterPart(USERS, AGE, AGE.withType(DataType.of("REAL"))),
                new RenamePart(USERS, PartKind.COLUMN, "name", "Full Name"),
                new AddPart(USERS, Constraint.Unique.of("users_mail_key", List.of("mail"))),
                new AddPart(USERS, Index.of("ix_users_mail", "", List.of("mail"))),
                new DropPart(USERS, users.indexes().getFirst()));
        assertThat(statements).filteredOn(sql -> sql.startsWith("CREATE TABLE")).hasSize(1);
        assertThat(lab.rows("SELECT \"Full Name\", mail FROM users")).containsExactly("Ann,null", "Bob,null");
    }

    @Test
    void numbers_given_once_are_not_given_again() throws SQLException {
        thereAndBack(new AlterPart(USERS, AGE, AGE.withType(DataType.of("TEXT"))));
        lab.run("PRAGMA foreign_keys = OFF", "DELETE FROM users", "PRAGMA foreign_keys = ON");
        thereAndBack(new AlterPart(USERS, AGE, AGE.withType(DataType.of("TEXT"))));
        lab.run("INSERT INTO users (name) VALUES ('Dan')");
        assertThat(lab.rows("SELECT id FROM users")).containsExactly("4");
        assertThat(lab.rows("SELECT * FROM sqlite_sequence")).containsExactly("users,4");
    }

    @Test
    void rows_keep_their_numbers_where_no_column_holds_them() throws SQLException {
        lab.run("CREATE TABLE notes (a TEXT, rowid TEXT)", "INSERT INTO notes (oid, a) VALUES (7, 'x'), (9, 'y')");
        Column a = Column.of("a", DataType.of("TEXT"));
        lab.change(new AlterPart(ObjectName.of("notes"), a, a.withType(DataType.of("INT"))));
        assertThat(lab.rows("SELECT oid, a FROM notes")).containsExactly("7,x", "9,y");
    }

    @Test
    void triggers_and_views_go_on_working() throws SQLException {
        lab.run(
                "CREATE TABLE log (line TEXT)",
                "CREATE VIEW elders AS SELECT u.name, count(p.id) AS pets FROM users u JOIN pets p ON p.owner = u.id GROUP BY 1",
                "CREATE TRIGGER \"on users\" AFTER UPDATE OF age ON Users BEGIN INSERT INTO log VALUES (old.age || '; ' || new.age); END",
                "CREATE TRIGGER on_pets AFTER DELETE ON pets BEGIN UPDATE users SET age = age + 1 WHERE id = old.owner; END",
                "CREATE TRIGGER on_elders INSTEAD OF INSERT ON elders BEGIN INSERT INTO users (name) VALUES (new.name); END");
        List<String> code =
                lab.rows("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY 2");
        there(new AlterPart(USERS, AGE, AGE.withType(DataType.of("INTEGER"))));
        assertThat(lab.rows("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY 2"))
                .isEqualTo(code);
        lab.run("DELETE FROM pets WHERE id = 3", "INSERT INTO elders (name) VALUES ('Eve')");
        assertThat(lab.rows("SELECT * FROM log")).containsExactly("30; 31");
        assertThat(lab.rows("SELECT * FROM elders")).containsExactly("Ann,2");
        assertThat(lab.rows("SELECT count(*) FROM users WHERE name = 'Eve'")).containsExactly("1");
        assertThat(lab.rows("SELECT count(*) FROM sqlite_temp_schema")).containsExactly("0");
    }

    @Test
    void triggers_follow_a_rename_that_is_part_of_a_rebuild() throws SQLException {
        lab.run(
                "CREATE TRIGGER t AFTER UPDATE OF age ON users BEGIN UPDATE users SET boss = new.age WHERE id = new.id; END");
        there(
                new RenamePart(USERS, PartKind.COLUMN, "age", "years"),
                new AlterPart(
                        USERS, AGE.withName("years"), AGE.withName("years").withType(DataType.of("REAL"))));
        lab.run("PRAGMA foreign_keys = OFF", "UPDATE users SET years = 50 WHERE id = 1");
        assertThat(lab.rows("SELECT boss FROM users WHERE id = 1")).containsExactly("50");
    }

    @Test
    void a_trigger_survives_that_its_table_is_renamed_and_rebuilt() throws SQLException {
        lab.run("CREATE TRIGGER t AFTER INSERT ON users BEGIN SELECT 1; END");
        ObjectName people = ObjectName.of("people");
        lab.change(new RenameTable(USERS, people), new AlterPart(people, AGE, AGE.withType(DataType.of("TEXT"))));
        assertThat(lab.rows("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'trigger'"))
                .containsExactly("t,people");
    }

    @Test
    void two_tables_that_point_at_each_other_are_both_rebuilt() throws SQLException {
        lab.run(
                "CREATE TABLE \"Left\" (id INTEGER PRIMARY KEY, r INT CONSTRAINT lr REFERENCES \"right\" (id) ON DELETE CASCADE)",
                "CREATE TABLE \"right\" (id INTEGER PRIMARY KEY, l INT CONSTRAINT rl REFERENCES left (id) ON DELETE CASCADE)"
                        .replace("REFERENCES left", "REFERENCES \"left\""),
                "BEGIN",
                "PRAGMA defer_foreign_keys = ON",
                "INSERT INTO \"Left\" VALUES (1, 1)",
                "INSERT INTO \"right\" VALUES (1, 1)",
                "COMMIT");
        Schema expected = lab.schema();
        Column r = Column.of("r", DataType.of("INT"));
        Column l = Column.of("l", DataType.of("INT"));
        ObjectName left = ObjectName.of("Left");
        ObjectName right = ObjectName.of("right");
        Change[] changes = {
            new AlterPart(left, r, r.withType(DataType.of("INTEGER"))),
            new AlterPart(right, l, l.withType(DataType.of("INTEGER")))
        };
        lab.change(changes);
        assertThat(lab.schema()).isEqualTo(Changes.apply(List.of(changes), expected, Syntax.SQLITE));
        assertThat(lab.rows("SELECT * FROM \"Left\" JOIN \"right\" ON r = \"right\".id"))
                .containsExactly("1,1,1,1");
    }

    @Test
    void the_passing_name_is_one_that_is_free() throws SQLException {
        lab.run("CREATE TABLE Decant_New_users (a INT)");
        there(new AlterPart(USERS, AGE, AGE.withType(DataType.of("TEXT"))));
        assertThat(lab.rows("SELECT count(*) FROM decant_new_users")).containsExactly("0");
    }

    @Test
    void a_hundred_thousand_rows_arrive() throws SQLException {
        lab.run("WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 100099)"
                + " INSERT INTO users (id, name, age) SELECT i, 'user ' || i, 18 + i % 80 FROM n");
        String sum = "SELECT count(*), sum(id), sum(age), sum(length(name)) FROM users";
        List<String> before = lab.rows(sum);
        thereAndBack(
                new AlterPart(USERS, AGE, AGE.withType(DataType.of("TEXT"))),
                new AddPart(USERS, Constraint.Unique.of("users_name_key", List.of("name"))));
        assertThat(lab.rows(sum)).isEqualTo(before);
    }

    @Test
    void columns_that_share_nothing_with_those_before_keep_the_number_of_rows() throws SQLException {
        lab.run("CREATE TABLE bare (a INT)", "INSERT INTO bare VALUES (1), (2)");
        ObjectName bare = ObjectName.of("bare");
        lab.change(
                new AddPart(bare, Column.of("b", DataType.of("INTEGER")).withNullable(false)),
                new DropPart(bare, Column.of("a", DataType.of("INT"))),
                new AddPart(bare, new Constraint.PrimaryKey("bare_pkey", List.of("b"), "")));
        assertThat(lab.rows("SELECT * FROM bare")).containsExactly("1", "2");
    }

    @Test
    void reserved_and_odd_names_are_no_trouble() throws SQLException {
        ObjectName order = ObjectName.of("order \"by\"");
        Table table = new Table(
                order,
                List.of(
                        Column.of("select", DataType.of("TEXT")).withNullable(false),
                        Column.of("Group", DataType.of("INT")),
                        Column.of("it's [x]", DataType.of("INT"))
                                .withFill(new Fill.Default(new Expression("'it''s'")))),
                List.of(
                        new Constraint.PrimaryKey("primary", List.of("select"), ""),
                        ForeignKey.of("references", List.of("it's [x]"), order, List.of("select")),
                        Constraint.Check.of("check it", new Expression("\"Group\" > 0 AND \"it's [x]\" <> 'a;b'"))),
                List.of(Index.of("index", "", List.of("Group", "it's [x]"))),
                Map.of(),
                "");
        lab.change(new CreateTable(table));
        assertThat(lab.schema().table(order)).contains(table);
        lab.run("INSERT INTO \"order \"\"by\"\"\" VALUES ('a', 1, 'a')");
        Column group = Column.of("Group", DataType.of("INT"));
        lab.change(
                new AlterPart(order, group, group.withType(DataType.of("TEXT"))),
                new RenamePart(order, PartKind.COLUMN, "it's [x]", "From"));
        assertThat(lab.rows("SELECT * FROM \"order \"\"by\"\"\"")).containsExactly("a,1,a");
    }
}
