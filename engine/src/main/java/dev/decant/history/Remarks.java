package dev.decant.history;

import static dev.decant.history.HistoryLayout.KIND;
import static dev.decant.history.HistoryLayout.MIGRATION;
import static dev.decant.history.HistoryLayout.REMARKED_AT;
import static dev.decant.history.HistoryLayout.REMARKED_BY;
import static dev.decant.history.HistoryLayout.REMARK_ID;
import static dev.decant.history.HistoryLayout.TEXT;

import dev.decant.database.HistoryTable;
import dev.decant.sql.Syntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table of what happened to migrations beside running. */
public final class Remarks {
    private final HistoryTable table;
    private final Rows rows;

    Remarks(HistoryTable table, Syntax syntax) {
        this.table = table;
        this.rows = new Rows(table.remarks(), syntax);
    }

    /** All of them, oldest first. */
    List<Remark> read(Connection connection) throws SQLException {
        return rows
                .select(
                        connection,
                        List.of(MIGRATION, KIND, REMARKED_AT, REMARKED_BY, TEXT),
                        Map.of(),
                        row -> new Remark(
                                row.getString(MIGRATION),
                                Remark.Kind.of(row.getString(KIND)),
                                table.types().instant(row, REMARKED_AT),
                                row.getString(REMARKED_BY),
                                row.getString(TEXT)))
                .stream()
                .sorted(Comparator.comparing(Remark::at))
                .toList();
    }

    /** Adds one. */
    public void add(Connection connection, Remark remark) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(MIGRATION, remark.migration());
        values.put(KIND, remark.kind().words());
        values.put(REMARKED_AT, table.types().stored(remark.at()));
        values.put(REMARKED_BY, remark.by());
        values.put(TEXT, remark.text());
        rows.put(connection, Map.of(REMARK_ID, UUID.randomUUID().toString()), values);
    }

    /** Forgets that a migration failed. */
    public void forgive(Connection connection, String migration) throws SQLException {
        rows.remove(connection, Map.of(MIGRATION, migration, KIND, Remark.Kind.FAILED.words()));
    }
}
