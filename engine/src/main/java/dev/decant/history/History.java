package dev.decant.history;

import static dev.decant.history.HistoryLayout.APPLIED_AT;
import static dev.decant.history.HistoryLayout.APPLIED_BY;
import static dev.decant.history.HistoryLayout.CHANGES;
import static dev.decant.history.HistoryLayout.DOWN_SQL;
import static dev.decant.history.HistoryLayout.DURATION;
import static dev.decant.history.HistoryLayout.FINGERPRINT;
import static dev.decant.history.HistoryLayout.ID;
import static dev.decant.history.HistoryLayout.PARENTS;
import static dev.decant.history.HistoryLayout.POSITION;
import static dev.decant.history.HistoryLayout.STATUS;
import static dev.decant.history.HistoryLayout.TITLE;
import static dev.decant.history.HistoryLayout.TOOL_VERSION;
import static dev.decant.history.HistoryLayout.UP_CHECKSUM;

import dev.decant.database.Database;
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
import java.util.Optional;

/**
 * The table of what ran, in the database that it ran in. Reading never makes it; {@link #prepare} does, and whoever writes calls that
 * before, holding the runner's lock. No method begins or ends a transaction.
 */
public final class History {
    private static final List<String> COLUMNS = List.of(
            ID,
            TITLE,
            PARENTS,
            STATUS,
            POSITION,
            APPLIED_AT,
            APPLIED_BY,
            DURATION,
            TOOL_VERSION,
            FINGERPRINT,
            UP_CHECKSUM);

    private final HistoryTable table;
    private final Syntax syntax;
    private final HistoryTables tables;
    private final Rows rows;

    /** The history of a database, on whichever connection is given to its methods. */
    public History(Database database) {
        this(database, HistoryLayout.TODAY);
    }

    History(Database database, HistoryLayout layout) {
        this.table = database.historyTable();
        this.syntax = database.dialect().syntax();
        this.tables = new HistoryTables(table, syntax, layout);
        this.rows = new Rows(table.name(), syntax);
    }

    /**
     * What ran, in the order in which it ran; nothing when there is no table.
     *
     * @throws dev.decant.failure.DecantException when a newer Decant has given the table a layout that this one does not know
     */
    public List<HistoryEntry> read(Connection connection) throws SQLException {
        if (!tables.areThere(connection)) {
            return List.of();
        }
        tables.knownVersion(connection);
        return Damage.heeding(table.name(), () -> rows.select(connection, COLUMNS, Map.of(), this::entry)).stream()
                .sorted(Comparator.comparingLong(HistoryEntry::position))
                .toList();
    }

    private HistoryEntry entry(ResultSet row) throws SQLException {
        String parents = rows.text(row, PARENTS);
        return new HistoryEntry(
                row.getString(ID),
                rows.text(row, TITLE),
                parents.isEmpty() ? List.of() : List.of(parents.split(" ")),
                status(row),
                row.getLong(POSITION),
                table.types().instant(row, APPLIED_AT),
                rows.text(row, APPLIED_BY),
                Duration.ofMillis(row.getLong(DURATION)),
                rows.text(row, TOOL_VERSION),
                rows.text(row, FINGERPRINT),
                rows.text(row, UP_CHECKSUM));
    }

    private Status status(ResultSet row) throws SQLException {
        String words = rows.text(row, STATUS);
        String id = row.getString(ID);
        return Status.of(words)
                .orElseThrow(() -> Damage.of(table.name(), id, "its status \"" + words + "\" means nothing"));
    }

    /** What is kept to take a migration back; nothing when it is not in the history. */
    public Optional<WayBack> wayBack(Connection connection, String id) throws SQLException {
        List<String> columns = List.of(DOWN_SQL, CHANGES, ID);
        return Damage.heeding(table.name(), () -> rows.select(connection, columns, Map.of(ID, id), this::wayBack))
                .stream()
                .findFirst();
    }

    private WayBack wayBack(ResultSet row) throws SQLException {
        return new WayBack(rows.text(row, DOWN_SQL), rows.text(row, CHANGES));
    }

    /** What is noted about the parts of unfinished migrations. */
    public Marks marks() {
        return new Marks(table, syntax);
    }

    /** What happened to migrations beside running, oldest first; nothing in a history that does not keep it yet. */
    public List<Remark> remarks(Connection connection) throws SQLException {
        return tables.areThere(connection) && tables.knownVersion(connection) > 1
                ? Damage.heeding(table.remarks(), () -> remarks().read(connection))
                : List.of();
    }

    /** Where that is written. */
    public Remarks remarks() {
        return new Remarks(table, syntax);
    }

    /** The files of a kind that are kept, by name; nothing in a history that does not keep them yet. */
    public List<ScriptEntry> scripts(Connection connection, ScriptEntry.Kind kind) throws SQLException {
        return tables.areThere(connection) && tables.knownVersion(connection) > 2
                ? Damage.heeding(table.scripts(), () -> scripts().read(connection, kind))
                : List.of();
    }

    /** Where they are written. */
    public ScriptRows scripts() {
        return new ScriptRows(table, syntax);
    }

    /** Whether something is noted under a name; nothing is in a history that is not there. */
    public boolean isNoted(Connection connection, String name, Direction direction) throws SQLException {
        return tables.areThere(connection)
                && !marks().read(connection, name, direction).isEmpty();
    }

    /** Makes the tables when there are none, and brings those of an older Decant to the layout of today. */
    public void prepare(Connection connection) throws SQLException {
        tables.prepare(connection);
    }

    /** Writes what is known of a migration, in the place of what was known before. */
    public void put(Connection connection, HistoryEntry entry, WayBack wayBack) throws SQLException {
        rows.put(connection, Map.of(ID, entry.id()), values(entry, wayBack));
    }

    /** Writes what is known of a migration of which nothing was known before. */
    public void add(Connection connection, HistoryEntry entry, WayBack wayBack) throws SQLException {
        rows.add(connection, Map.of(ID, entry.id()), values(entry, wayBack));
    }

    private Map<String, Object> values(HistoryEntry entry, WayBack wayBack) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(TITLE, entry.title());
        values.put(PARENTS, String.join(" ", entry.parents()));
        values.put(STATUS, entry.status().words());
        values.put(POSITION, entry.position());
        values.put(APPLIED_AT, table.types().stored(entry.at()));
        values.put(APPLIED_BY, entry.by());
        values.put(DURATION, entry.duration().toMillis());
        values.put(TOOL_VERSION, entry.toolVersion());
        values.put(FINGERPRINT, entry.fingerprint());
        values.put(UP_CHECKSUM, entry.checksum());
        values.put(DOWN_SQL, wayBack.downSql());
        values.put(CHANGES, wayBack.changes());
        return values;
    }

    /** Changes how far a migration has come. */
    public void setStatus(Connection connection, String id, Status status) throws SQLException {
        set(connection, id, Map.of(STATUS, status.words()));
    }

    private void set(Connection connection, String id, Map<String, ?> values) throws SQLException {
        if (rows.set(connection, Map.of(ID, id), values) != 1) {
            throw new IllegalStateException(id + " is not in the history");
        }
    }

    /** Forgets a migration and all that is noted about it. */
    public void remove(Connection connection, String id) throws SQLException {
        marks().remove(connection, id);
        for (ScriptEntry entry : scripts(connection, ScriptEntry.Kind.JAVA)) {
            if (entry.name().startsWith(id + "/")) {
                scripts().remove(connection, entry.kind(), entry.name());
            }
        }
        rows.remove(connection, Map.of(ID, id));
    }
}
