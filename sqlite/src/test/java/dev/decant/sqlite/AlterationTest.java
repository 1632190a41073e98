package dev.decant.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
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
import dev.decant.sql.Syntax;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What SQLite does in place: one statement a change, then the database is what the change says, and going back brings back what was. */
class AlterationTest {
    private static final ObjectName USERS = ObjectName.of("users");
    private static final Column NAME = Column.of("name", DataType.of("TEXT"));

    private Lab lab;

    @BeforeEach
    void open() throws SQLException {
        lab = new Lab()
                .run(
                        """
                        CREATE TABLE users (
                            id INTEGER CONSTRAINT users_pkey PRIMARY KEY,
                            name TEXT,
                            age INT,
                            CONSTRAINT adult CHECK (age > 17))""",
                        "INSERT INTO users (name, age) VALUES ('Ann', 20), ('Bob', 30)",
                        "CREATE INDEX ix_users_age ON users (age)");
    }

    @AfterEach
    void close() throws SQLException {
        lab.close();
    }

    private void there(Change change, String... statements) throws SQLException {
        Schema expected = Changes.apply(List.of(change), lab.schema(), Syntax.SQLITE);
        assertThat(lab.change(change)).containsExactly(statements);
        assertThat(lab.schema()).isEqualTo(expected);
    }

    private void thereAndBack(Change change, String... statements) throws SQLException {
        Schema before = lab.schema();
        there(change, statements);
        lab.change(change.reverse());
        assertThat(lab.schema()).isEqualTo(before);
        assertThat(lab.rows("SELECT count(*) FROM users")).containsExactly("2");
    }

    @Test
    void a_table_is_created_with_all_its_parts() throws SQLException {
        Table table = lab.table("users").withName(ObjectName.of("Odd \"Table\""));
        table = table.withIndexes(
                List.of(Index.of("Ix", "", List.of("age", "name")).withUnique(true)));
        thereAndBack(new CreateTable(table), """
                CREATE TABLE "Odd ""Table\""" (
                    id INTEGER CONSTRAINT users_pkey PRIMARY KEY,
                    name TEXT,
                    age INT,
                    CONSTRAINT adult CHECK (age > 17)
                )""", "CREATE UNIQUE INDEX Ix ON \"Odd \"\"Table\"\"\" (age, name)");
    }

    @Test
    void a_table_is_dropped() throws SQLException {
        there(new DropTable(lab.table("users")), "DROP TABLE users");
    }

    @Test
    void a_table_is_renamed_and_everything_follows() throws SQLException {
        lab.run(
                "CREATE TABLE pets (owner INT CONSTRAINT fk REFERENCES users (id))",
                "CREATE VIEW names AS SELECT name FROM users",
                "CREATE TRIGGER t AFTER DELETE ON users BEGIN DELETE FROM pets WHERE owner = old.id; END");
        there(new RenameTable(USERS, ObjectName.of("people")), "ALTER TABLE users RENAME TO people");
        assertThat(lab.rows("SELECT * FROM names")).containsExactly("Ann", "Bob");
        assertThat(lab.table("pets").foreignKeys().getFirst().target()).isEqualTo(ObjectName.of("people"));
        assertThat(lab.rows("SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger'"))
                .containsExactly("people");
    }

    @Test
    void a_table_gets_the_same_name_in_other_letters() throws SQLException {
        thereAndBack(
                new RenameTable(USERS, ObjectName.of("Users")),
                "ALTER TABLE users RENAME TO decant_renamed_Users",
                "ALTER TABLE decant_renamed_Users RENAME TO Users");
    }

    @Test
    void a_column_is_added_and_dropped() throws SQLException {
        thereAndBack(
                new AddPart(USERS, Column.of("order", DataType.of("VARCHAR", 20))),
                "ALTER TABLE users ADD COLUMN \"order\" VARCHAR(20)");
    }

    @Test
    void a_column_with_a_constant_default_is_added_in_place() throws SQLException {
        Column rank = Column.of("rank", DataType.of("INTEGER"))
                .withNullable(false)
                .withFill(new Fill.Default(new Expression("-1")));
        thereAndBack(
                new AddPart(USERS, rank),
                "ALTER TABLE users ADD COLUMN \"rank\" INTEGER NOT NULL DEFAULT -1".replace("\"rank\"", "rank"));
        lab.change(new AddPart(USERS, rank));
        assertThat(lab.rows("SELECT rank FROM users")).containsExactly("-1", "-1");
    }

    @Test
    void a_column_that_is_computed_when_read_is_added_in_place() throws SQLException {
        Column column =
                Column.of("next", DataType.of("INT")).withFill(new Fill.Generated(new Expression("age + 1"), false));
        thereAndBack(
                new AddPart(USERS, column),
                "ALTER TABLE users ADD COLUMN next INT GENERATED ALWAYS AS (age + 1) VIRTUAL");
    }

    @Test
    void a_column_comes_with_its_foreign_key() throws SQLException {
        Column boss = Column.of("boss", DataType.of("INTEGER"));
        ForeignKey key = ForeignKey.of("users_boss_fkey", List.of("boss"), USERS, List.of("id"));
        Schema before = lab.schema();
        List<Change> changes = List.of(new AddPart(USERS, boss), new AddPart(USERS, key));
        assertThat(lab.change(changes))
                .containsExactly("ALTER TABLE users ADD COLUMN boss INTEGER"
                        + " CONSTRAINT users_boss_fkey REFERENCES users (id)");
        assertThat(lab.schema()).isEqualTo(Changes.apply(changes, before, Syntax.SQLITE));
        lab.change(Changes.reverse(changes));
        assertThat(lab.schema()).isEqualTo(before);
    }

    @Test
    void a_column_that_rows_cannot_fill_is_refused_by_the_database_when_there_are_rows() throws SQLException {
        Change change =
                new AddPart(USERS, Column.of("mail", DataType.of("TEXT")).withNullable(false));
        assertThatThrownBy(() -> lab.change(change)).hasMessageContaining("Cannot add a NOT NULL column");
        lab.run("DELETE FROM users");
        there(change, "ALTER TABLE users ADD COLUMN mail TEXT NOT NULL");
    }

    @Test
    void a_column_is_renamed_and_everything_follows() throws SQLException {
        lab.run("CREATE VIEW ages AS SELECT age FROM users");
        thereAndBack(
                new RenamePart(USERS, PartKind.COLUMN, "age", "Years Old"),
                "ALTER TABLE users RENAME COLUMN age TO \"Years Old\"");
        assertThat(lab.rows("SELECT * FROM ages")).containsExactly("20", "30");
    }

    @Test
    void a_column_is_renamed_to_the_same_name_in_other_letters() throws SQLException {
        thereAndBack(
                new RenamePart(USERS, PartKind.COLUMN, "age", "Age"), "ALTER TABLE users RENAME COLUMN age TO Age");
    }

    @Test
    void nulls_are_kept_out_and_let_in_again() throws SQLException {
        thereAndBack(
                new AlterPart(USERS, NAME, NAME.withNullable(false)),
                "ALTER TABLE users ALTER COLUMN name SET NOT NULL");
    }

    @Test
    void nulls_that_are_there_cannot_be_kept_out() throws SQLException {
        lab.run("UPDATE users SET name = NULL WHERE name = 'Bob'");
        assertThatThrownBy(() -> lab.change(new AlterPart(USERS, NAME, NAME.withNullable(false))))
                .isInstanceOf(SQLException.class);
        assertThat(lab.table("users").column("name")).contains(NAME);
    }

    @Test
    void a_check_is_added_and_dropped() throws SQLException {
        thereAndBack(
                new AddPart(USERS, Constraint.Check.of("Named", new Expression("length(name) > 1"))),
                "ALTER TABLE users ADD CONSTRAINT Named CHECK (length(name) > 1)");
    }

    @Test
    void a_check_that_a_row_breaks_is_not_added() {
        Change change = new AddPart(USERS, Constraint.Check.of("old", new Expression("age > 25")));
        assertThatThrownBy(() -> lab.change(change)).isInstanceOf(SQLException.class);
    }

    @Test
    void a_check_is_changed_and_renamed() throws SQLException {
        Constraint.Check adult = Constraint.Check.of("adult", new Expression("age > 17"));
        thereAndBack(
                new AlterPart(USERS, adult, adult.withCondition(new Expression("age >= 18"))),
                "ALTER TABLE users DROP CONSTRAINT adult",
                "ALTER TABLE users ADD CONSTRAINT adult CHECK (age >= 18)");
        thereAndBack(
                new RenamePart(USERS, PartKind.CONSTRAINT, "adult", "grown"),
                "ALTER TABLE users DROP CONSTRAINT adult",
                "ALTER TABLE users ADD CONSTRAINT grown CHECK (age > 17)");
    }

    @Test
    void an_index_is_created_changed_renamed_and_dropped() throws SQLException {
        Index index = Index.of("ix_users_age", "", List.of("age"));
        thereAndBack(
                new AlterPart(USERS, index, index.withUnique(true)),
                "DROP INDEX ix_users_age",
                "CREATE UNIQUE INDEX ix_users_age ON users (age)");
        thereAndBack(
                new RenamePart(USERS, PartKind.INDEX, "ix_users_age", "by age"),
                "DROP INDEX ix_users_age",
                "CREATE INDEX \"by age\" ON users (age)");
        thereAndBack(new DropPart(USERS, index), "DROP INDEX ix_users_age");
    }

    @Test
    void an_index_over_expressions_and_some_rows_comes_back_as_it_was() throws SQLException {
        lab.run(
                "CREATE UNIQUE INDEX odd ON users (lower(name) COLLATE NOCASE DESC, age + 1) WHERE age > 0 AND name <> ''");
        Index index = lab.table("users").indexes().getLast();
        thereAndBack(new DropPart(USERS, index), "DROP INDEX odd");
    }
}
