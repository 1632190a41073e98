package dev.decant.history;

import static dev.decant.history.HistoryLayout.CHECKSUM;
import static dev.decant.history.HistoryLayout.DIRECTION;
import static dev.decant.history.HistoryLayout.MARKED_AT;
import static dev.decant.history.HistoryLayout.MIGRATION;
import static dev.decant.history.HistoryLayout.STATE;
import static dev.decant.history.HistoryLayout.STATEMENT;
import static dev.decant.history.HistoryLayout.STEP;

import dev.decant.database.HistoryTable;
import dev.decant.sql.Syntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of what was begun and what was finished inside of migrations. */
public final class Marks {
    private final HistoryTable table;
    private final Rows rows;

    Marks(HistoryTable table, Syntax syntax) {
        this.table = table;
        this.rows = new Rows(table.steps(), syntax);
    }

    /** What is noted about a migration. */
    public List<Mark> read(Connection connection, String migration, Direction direction) throws SQLException {
        return rows.select(
                connection,
                List.of(STEP, STATEMENT, CHECKSUM, STATE),
                Map.of(MIGRATION, migration, DIRECTION, direction.word()),
                row -> new Mark(row.getString(1), row.getInt(2), row.getString(3), Mark.State.of(row.getString(4))));
    }

    /** Notes something, in the place of what was noted about the same before. */
    public void put(Connection connection, String migration, Direction direction, Mark mark, Instant at)
            throws SQLException {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put(MIGRATION, migration);
        key.put(DIRECTION, direction.word());
        key.put(STEP, mark.step());
        key.put(STATEMENT, mark.statement());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(CHECKSUM, mark.checksum());
        values.put(STATE, mark.state().word());
        values.put(MARKED_AT, table.types().stored(at));
        rows.put(connection, key, values);
    }

    /** Forgets all that is noted about a migration. */
    public void remove(Connection connection, String migration) throws SQLException {
        rows.remove(connection, Map.of(MIGRATION, migration));
    }
}
