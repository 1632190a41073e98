package dev.decant.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.dialect.Operation;
import dev.decant.failure.DecantException;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final ObjectName PARENTS = ObjectName.of("parents");
    private static final Column NOTE = Column.of("note", DataType.of("TEXT"));
    private static final Change REBUILD = new AlterPart(PARENTS, NOTE, NOTE.withType(DataType.of("INTEGER")));

    private Lab lab;

    @BeforeEach
    void open() throws SQLException {
        lab = new Lab()
                .run(
                        "CREATE TABLE parents (id INTEGER PRIMARY KEY, note TEXT)",
                        "CREATE TABLE children (parent INT REFERENCES parents ON DELETE CASCADE, name TEXT)",
                        "INSERT INTO parents VALUES (1, 'a'), (2, 'b')",
                        "INSERT INTO children VALUES (1, 'x'), (2, 'y'), (2, 'z')");
    }

    @AfterEach
    void close() throws SQLException {
        lab.close();
    }

    @Test
    void the_check_of_references_is_afterwards_as_it_was_before() throws SQLException {
        lab.change(REBUILD);
        assertThat(lab.rows("PRAGMA foreign_keys")).containsExactly("0");
        lab.run("PRAGMA foreign_keys = ON");
        lab.change(REBUILD.reverse());
        assertThat(lab.rows("PRAGMA foreign_keys")).containsExactly("1");
        assertThat(lab.rows("SELECT count(*) FROM children")).containsExactly("3");
    }

    @Test
    void rows_that_are_left_without_the_row_they_point_at_undo_the_migration() throws SQLException {
        assertThatThrownBy(() -> lab.guarded(List.of("DELETE FROM parents WHERE id = 2")))
                .isInstanceOf(DecantException.class)
                .hasMessage("DCT-543 table children: 2 rows point at no row of parents, first those with rowid 2, 3;"
                        + " delete these rows or let them point elsewhere before the change;"
                        + " ON DELETE does not act while references are unchecked");
        assertThat(lab.rows("SELECT count(*) FROM parents")).containsExactly("2");
    }

    @Test
    void rows_that_pointed_nowhere_before_are_no_news() throws SQLException {
        lab.run("DELETE FROM parents WHERE id = 2", "CREATE TABLE broken (a INT REFERENCES children (name))");
        lab.run("INSERT INTO broken VALUES (1)");
        lab.change(REBUILD);
        assertThatThrownBy(() -> lab.guarded(List.of("DELETE FROM parents")))
                .hasMessageContaining("1 row points at no row of parents, first those with rowid 1");
    }

    @Test
    void a_reference_that_can_no_longer_be_checked_undoes_the_migration() {
        assertThatThrownBy(() -> lab.guarded(List.of(
                        "CREATE TABLE p (a INT)",
                        "CREATE TABLE c (a INT REFERENCES p (a))",
                        "INSERT INTO c VALUES (1)")))
                .hasMessageContaining("DCT-543 table c")
                .hasMessageContaining("foreign key mismatch");
    }

    @Test
    void a_view_that_loses_its_column_undoes_the_migration() throws SQLException {
        lab.run("CREATE VIEW notes AS SELECT note FROM parents");
        assertThatThrownBy(() -> lab.change(new DropPart(PARENTS, NOTE)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("error in view notes");
        assertThatThrownBy(() -> lab.guarded(List.of("PRAGMA legacy_alter_table = ON", "DROP TABLE parents")))
                .hasMessageContaining(
                        "DCT-544 view notes: no longer works after the change: no such table: main.parents");
    }

    @Test
    void a_trigger_that_no_longer_fits_its_rebuilt_table_undoes_the_migration() throws SQLException {
        lab.run("CREATE TRIGGER t AFTER UPDATE ON parents BEGIN SELECT new.note; END");
        Column id = lab.table("parents").column("id").orElseThrow();
        assertThatThrownBy(() -> lab.change(
                        new DropPart(PARENTS, NOTE), new AlterPart(PARENTS, id, id.withFill(new Fill.AutoIncrement()))))
                .hasMessageContaining("DCT-544 a trigger of parents on update")
                .hasMessageContaining("no such column: new.note");
        assertThat(lab.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
                .containsExactly("t");
    }

    @Test
    void a_trigger_that_the_migration_drops_or_makes_itself_is_left_alone() throws SQLException {
        lab.run(
                "CREATE TRIGGER a AFTER DELETE ON parents BEGIN SELECT 1; END",
                "CREATE TRIGGER b AFTER DELETE ON parents BEGIN SELECT 1; END",
                "CREATE TRIGGER c AFTER DELETE ON children BEGIN SELECT 1; END");
        List<String> statements = new ArrayList<>(List.of("DROP TRIGGER a", "DROP TRIGGER c"));
        SqliteDialect dialect = new SqliteDialect();
        dialect.render(Operation.of(REBUILD), lab.schema()).forEach(statement -> statements.add(statement.sql()));
        statements.add("CREATE TRIGGER b AFTER DELETE ON parents BEGIN SELECT 2; END");
        lab.guarded(statements);
        assertThat(lab.rows("SELECT sql FROM sqlite_schema WHERE type = 'trigger'"))
                .containsExactly("CREATE TRIGGER b AFTER DELETE ON parents BEGIN SELECT 2; END");
    }

    @Test
    void a_trigger_whose_rebuilt_table_is_renamed_later_in_the_transaction_is_not_lost() throws SQLException {
        lab.run("CREATE TRIGGER a AFTER DELETE ON parents BEGIN SELECT 1; END");
        List<String> statements = new ArrayList<>();
        new SqliteDialect()
                .render(Operation.of(REBUILD), lab.schema())
                .forEach(statement -> statements.add(statement.sql()));
        statements.add("ALTER TABLE parents RENAME TO others");
        assertThatThrownBy(() -> lab.guarded(statements)).hasMessageContaining("DCT-545 trigger a");
        assertThat(lab.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
                .containsExactly("a");
    }

    @Test
    void references_cannot_be_left_unchecked_inside_a_transaction() throws SQLException {
        lab.run("PRAGMA foreign_keys = ON");
        lab.connection().setAutoCommit(false);
        lab.rows("SELECT * FROM parents");
        assertThatThrownBy(() -> new SqliteGuard().before(lab.connection())).hasMessageContaining("DCT-542");
        lab.connection().setAutoCommit(true);
    }
}
