package dev.decant.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.125Z");
    private static final HistoryEntry ENTRY = new HistoryEntry(
            "20261122120000_a",
            "it's a",
            List.of("20261122115958_x", "20261122115959_y"),
            Status.APPLIED,
            7,
            NOON,
            "me",
            Duration.ofMillis(1234),
            "1.0",
            "s1:abc",
            "t1:def");
    private static final WayBack BACK = new WayBack("DROP TABLE a;\n-- \"done\"", "[]");

    private final HistoryOnly database = new HistoryOnly();
    private final History history = new History(database);
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_history_that_is_not_there_is_empty_and_stays_away() throws SQLException {
        assertThat(history.read(connection)).isEmpty();
        assertThat(tables()).isEmpty();
    }

    @Test
    void the_tables_are_made_once() throws SQLException {
        history.prepare(connection);
        history.put(connection, ENTRY, BACK);
        history.prepare(connection);
        assertThat(tables()).containsExactly("order", "order_layout", "order_remark", "order_script", "order_step");
        assertThat(history.read(connection)).containsExactly(ENTRY);
    }

    @Test
    void half_made_tables_are_completed() throws SQLException {
        run("CREATE TABLE order_layout (version INTEGER NOT NULL, PRIMARY KEY (version))");
        assertThat(history.read(connection)).isEmpty();
        history.prepare(connection);
        history.put(connection, ENTRY, BACK);
        assertThat(history.read(connection)).containsExactly(ENTRY);
    }

    @Test
    void what_is_put_is_read_in_the_order_in_which_it_ran() throws SQLException {
        history.prepare(connection);
        HistoryEntry later = new HistoryEntry(
                "20261122110000_b", "b", List.of(), Status.APPLYING, 8, NOON, "me", Duration.ZERO, "", "", "");
        history.put(connection, later, BACK);
        history.put(connection, ENTRY, BACK);
        assertThat(history.read(connection)).containsExactly(ENTRY, later);
        assertThat(history.wayBack(connection, ENTRY.id())).hasValue(BACK);
        history.setStatus(connection, later.id(), Status.APPLIED);
        assertThat(history.read(connection).getLast().status()).isEqualTo(Status.APPLIED);
        history.remove(connection, ENTRY.id());
        assertThat(history.read(connection)).extracting(HistoryEntry::id).containsExactly(later.id());
        assertThat(history.wayBack(connection, ENTRY.id())).isEmpty();
    }

    @Test
    void marks_replace_each_other_and_go_with_their_migration() throws SQLException {
        history.prepare(connection);
        Mark started = new Mark("step-1", 2, "t1:x", Mark.State.STARTED);
        Mark done = new Mark("step-1", 2, "t1:x", Mark.State.DONE);
        Mark other = new Mark("step-1", 1, "t1:y", Mark.State.FAILED);
        history.marks().put(connection, ENTRY.id(), Direction.UP, started, NOON);
        history.marks().put(connection, ENTRY.id(), Direction.UP, other, NOON);
        history.marks().put(connection, ENTRY.id(), Direction.UP, done, NOON);
        assertThat(history.marks().read(connection, ENTRY.id(), Direction.UP)).containsExactlyInAnyOrder(done, other);
        assertThat(history.marks().read(connection, ENTRY.id(), Direction.DOWN)).isEmpty();
        history.remove(connection, ENTRY.id());
        assertThat(history.marks().read(connection, ENTRY.id(), Direction.UP)).isEmpty();
    }

    @Test
    void what_failed_is_remembered_until_it_is_forgiven_and_what_people_said_for_good() throws SQLException {
        history.prepare(connection);
        Remark failed = new Remark(ENTRY.id(), Remark.Kind.FAILED, NOON, "me", "no such table");
        Remark marked = new Remark(ENTRY.id(), Remark.Kind.MARKED_APPLIED, NOON.plusSeconds(1), "you", "by hand");
        history.remarks().add(connection, marked);
        history.remarks().add(connection, failed);
        assertThat(history.remarks(connection)).containsExactly(failed, marked);
        history.remarks().forgive(connection, ENTRY.id());
        assertThat(history.remarks(connection)).containsExactly(marked);
    }

    @Test
    void the_first_layout_has_no_remarks_and_gets_them_before_it_is_written() throws SQLException {
        History first = new History(database, new HistoryLayout(List.of()));
        first.prepare(connection);
        first.put(connection, ENTRY, BACK);
        assertThat(history.read(connection)).containsExactly(ENTRY);
        assertThat(history.remarks(connection)).isEmpty();
        history.prepare(connection);
        assertThat(tables()).contains("order_remark");
    }

    @Test
    void scripts_are_kept_by_kind_and_name_and_an_older_layout_has_none() throws SQLException {
        History second = new History(
                database, new HistoryLayout(HistoryLayout.TODAY.upgrades().subList(0, 1)));
        second.prepare(connection);
        assertThat(history.scripts(connection, ScriptEntry.Kind.REPEATABLE)).isEmpty();
        history.prepare(connection);
        ScriptEntry views = new ScriptEntry(
                ScriptEntry.Kind.REPEATABLE, "views", "t1:ab", NOON, "me", Duration.ofMillis(3), "1.0", "");
        history.scripts().put(connection, views);
        history.scripts().put(connection, views);
        assertThat(history.scripts(connection, ScriptEntry.Kind.REPEATABLE)).containsExactly(views);
        assertThat(history.scripts(connection, ScriptEntry.Kind.JAVA)).isEmpty();
        history.scripts().remove(connection, ScriptEntry.Kind.REPEATABLE, "views");
        assertThat(history.scripts(connection, ScriptEntry.Kind.REPEATABLE)).isEmpty();
    }

    /** A layout of the future, in which migrations have a colour. */
    private History coloured() {
        HistoryLayout.Upgrade colour = (table, syntax) -> List.of(
                "ALTER TABLE " + syntax.name(table.name().local()) + " ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'");
        return new History(
                database,
                new HistoryLayout(Stream.concat(HistoryLayout.TODAY.upgrades().stream(), Stream.of(colour))
                        .toList()));
    }

    @Test
    void an_older_layout_is_read_as_it_is_and_upgraded_before_it_is_written() throws SQLException {
        history.prepare(connection);
        history.put(connection, ENTRY, BACK);
        assertThat(coloured().read(connection)).containsExactly(ENTRY);
        assertThat(text("SELECT version FROM order_layout")).isEqualTo("3");
        coloured().prepare(connection);
        coloured().prepare(connection);
        assertThat(coloured().read(connection)).containsExactly(ENTRY);
        assertThat(text("SELECT version || colour FROM order_layout, \"order\""))
                .isEqualTo("4red");
    }

    @Test
    void a_new_history_has_the_newest_layout() throws SQLException {
        coloured().prepare(connection);
        assertThat(text("SELECT version FROM order_layout")).isEqualTo("4");
    }

    @Test
    void a_newer_layout_is_refused() throws SQLException {
        coloured().prepare(connection);
        assertThatThrownBy(() -> history.read(connection))
                .isInstanceOf(DecantException.class)
                .hasMessage("DCT-230 order: the history has layout 4, this Decant knows layouts up to 3;"
                        + " use the Decant that made it, or a newer one");
        assertThatThrownBy(() -> history.prepare(connection)).hasMessageStartingWith("DCT-230");
    }

    @Test
    void a_layout_that_nobody_knows_is_an_error() throws SQLException {
        history.prepare(connection);
        run("DELETE FROM order_layout");
        assertThatThrownBy(() -> history.read(connection)).hasMessageStartingWith("DCT-231 order_layout: ");
    }

    @Test
    void what_somebody_changed_by_hand_is_told_with_its_table() throws SQLException {
        history.prepare(connection);
        history.add(connection, ENTRY, BACK);
        run("UPDATE \"order\" SET status = 'odd'");
        assertThatThrownBy(() -> history.read(connection))
                .hasMessageStartingWith("DCT-232 order, 20261122120000_a: the history was changed by hand (its status"
                        + " \"odd\" means nothing); ");
        run("DROP TABLE order_remark");
        assertThatThrownBy(() -> history.remarks(connection))
                .hasMessageStartingWith("DCT-232 order_remark: ")
                .hasMessageContaining("decant baseline");
        run("ALTER TABLE \"order\" DROP COLUMN down_sql");
        assertThatThrownBy(() -> history.wayBack(connection, ENTRY.id())).hasMessageStartingWith("DCT-232 order: ");
        run("DROP TABLE order_layout");
        assertThatThrownBy(() -> history.read(connection)).hasMessageStartingWith("DCT-232 order_layout: ");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String query) throws SQLException {
        return Rows.query(connection, query, List.of(), row -> row.getString(1)).getFirst();
    }

    private List<String> tables() throws SQLException {
        return Rows.query(
                connection,
                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
                List.of(),
                row -> row.getString(1));
    }
}
