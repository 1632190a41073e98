package dev.decant.history;

import static dev.decant.history.HistoryLayout.VERSION;

import dev.decant.database.HistoryTable;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.sql.Syntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The tables of the history: whether they are there, and which layout they have.
 *
 * @param layout the one that this Decant writes
 */
record HistoryTables(HistoryTable table, Syntax syntax, HistoryLayout layout) {
    boolean areThere(Connection connection) throws SQLException {
        return !Rows.query(connection, table.existence(), List.of(), row -> true)
                .isEmpty();
    }

    /**
     * The version of the layout that they have.
     *
     * @throws DecantException DCT-231 when nothing says it, DCT-230 when this Decant does not know it
     */
    int knownVersion(Connection connection) throws SQLException {
        Rows layouts = new Rows(table.layout(), syntax);
        int found = Damage.heeding(
                        table.layout(),
                        () -> layouts.select(connection, List.of(VERSION), Map.of(), row -> row.getInt(1)))
                .stream()
                .findFirst()
                .orElseThrow(this::versionless);
        if (found > layout.version()) {
            throw tooNew(found);
        }
        return found;
    }

    private DecantException versionless() {
        return Failure.of("DCT-231", "the table that says which layout the history has is empty")
                .at(table.layout().toString())
                .next("put the row back: version 1 if no newer Decant ever ran here")
                .exception();
    }

    private DecantException tooNew(int found) {
        return Failure.of(
                        "DCT-230",
                        "the history has layout " + found + ", this Decant knows layouts up to " + layout.version())
                .at(table.name().toString())
                .next("use the Decant that made it, or a newer one")
                .exception();
    }

    /** Makes them when there are none, and brings those of an older Decant to the layout of today. */
    void prepare(Connection connection) throws SQLException {
        if (!areThere(connection)) {
            make(connection);
        }
        for (int version = knownVersion(connection); version < layout.version(); version++) {
            for (String statement : layout.upgrades().get(version - 1).statements(table, syntax)) {
                Rows.execute(connection, statement);
            }
            setVersion(connection, version + 1);
        }
    }

    private void make(Connection connection) throws SQLException {
        for (String statement : table.prepare()) {
            Rows.execute(connection, statement);
        }
        Rows.execute(connection, HistoryLayout.createLayout(table, syntax));
        setVersion(connection, 1);
        Rows.execute(connection, HistoryLayout.createSteps(table, syntax));
        Rows.execute(connection, HistoryLayout.createMigrations(table, syntax));
    }

    private void setVersion(Connection connection, int version) throws SQLException {
        new Rows(table.layout(), syntax).put(connection, Map.of(), Map.of(VERSION, version));
    }
}
