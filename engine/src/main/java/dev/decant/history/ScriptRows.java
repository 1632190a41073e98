package dev.decant.history;

import static dev.decant.history.HistoryLayout.APPLIED_AT;
import static dev.decant.history.HistoryLayout.APPLIED_BY;
import static dev.decant.history.HistoryLayout.CHECKSUM;
import static dev.decant.history.HistoryLayout.DURATION;
import static dev.decant.history.HistoryLayout.KIND;
import static dev.decant.history.HistoryLayout.NAME;
import static dev.decant.history.HistoryLayout.SCRIPT;
import static dev.decant.history.HistoryLayout.TOOL_VERSION;

import dev.decant.database.HistoryTable;
import dev.decant.sql.Syntax;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of files that are no migrations by themselves: repeatable scripts and hooks that ran, and classes that take migrations back. */
public final class ScriptRows {
    private final HistoryTable table;
    private final Rows rows;

    ScriptRows(HistoryTable table, Syntax syntax) {
        this.table = table;
        this.rows = new Rows(table.scripts(), syntax);
    }

    /** All of a kind, by name. */
    List<ScriptEntry> read(Connection connection, ScriptEntry.Kind kind) throws SQLException {
        return rows
                .select(
                        connection,
                        List.of(KIND, NAME, CHECKSUM, APPLIED_AT, APPLIED_BY, DURATION, TOOL_VERSION, SCRIPT),
                        Map.of(KIND, kind.word()),
                        this::entry)
                .stream()
                .sorted(Comparator.comparing(ScriptEntry::name))
                .toList();
    }

    private ScriptEntry entry(ResultSet row) throws SQLException {
        return new ScriptEntry(
                ScriptEntry.Kind.of(row.getString(KIND)),
                row.getString(NAME),
                row.getString(CHECKSUM),
                table.types().instant(row, APPLIED_AT),
                row.getString(APPLIED_BY),
                Duration.ofMillis(row.getLong(DURATION)),
                row.getString(TOOL_VERSION),
                row.getString(SCRIPT));
    }

    /** Writes what is known of a file, in the place of what was known before. */
    public void put(Connection connection, ScriptEntry entry) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(CHECKSUM, entry.checksum());
        values.put(APPLIED_AT, table.types().stored(entry.at()));
        values.put(APPLIED_BY, entry.by());
        values.put(DURATION, entry.duration().toMillis());
        values.put(TOOL_VERSION, entry.toolVersion());
        values.put(SCRIPT, entry.text());
        rows.put(connection, key(entry.kind(), entry.name()), values);
    }

    /** Forgets a file. */
    public void remove(Connection connection, ScriptEntry.Kind kind, String name) throws SQLException {
        rows.remove(connection, key(kind, name));
    }

    private static Map<String, Object> key(ScriptEntry.Kind kind, String name) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put(KIND, kind.word());
        key.put(NAME, name);
        return key;
    }
}
