package dev.decant.sqlite;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Reads the schema of a database, in two queries whatever the number of tables.
 *
 * <p>What SQLite knows of a table is the text of its CREATE TABLE, so that text is what is read; what SQLite says of the columns is
 * compared with it, so that a text that was misunderstood is an error and not another schema.
 */
final class SqliteInspector {
    /** Tables of the users: no views, nothing of SQLite, and nothing of a virtual table. */
    private static final String TEXTS = """
            SELECT s.type, s.name, s.tbl_name, s.sql
            FROM main.sqlite_schema s
            JOIN pragma_table_list l ON l.schema = 'main' AND l.name = s.tbl_name AND l.type = 'table'
            WHERE s.type IN ('table', 'index') AND s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite^_%' ESCAPE '^'
            ORDER BY s.type DESC, s.name""";

    private static final String COLUMNS = """
            SELECT s.name, x.name, x.hidden
            FROM pragma_table_list s
            JOIN pragma_table_xinfo(s.name) x
            WHERE s.schema = 'main' AND s.type = 'table'
            ORDER BY s.name, x.cid""";

    private final Connection connection;
    private final Map<String, ReadTable> tables = new LinkedHashMap<>();
    private final Map<String, List<Index>> indexes = new HashMap<>();

    /**
     * Reads from a connection.
     *
     * @param connection to the database
     */
    SqliteInspector(Connection connection) {
        this.connection = connection;
    }

    /** The schema in its canonical form. */
    Schema read() throws SQLException {
        readTexts();
        compareColumns();
        Collection<Table> all = tables.values().stream().map(this::table).toList();
        return SqliteCanonical.canonical(Schema.of(all, List.of()));
    }

    private void readTexts() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TEXTS)) {
            while (rows.next()) {
                String table = rows.getString(3);
                if (!SqliteDatabase.isOwn(table)) {
                    readText(rows.getString(1), rows.getString(2), table, rows.getString(4));
                }
            }
        }
    }

    private void readText(String type, String name, String table, String sql) {
        if (type.equals("table")) {
            tables.put(table, understood("table " + name, () -> TableText.read(sql)));
        } else {
            ReadTable owner = Objects.requireNonNull(tables.get(table), table);
            NameScope scope = NameScope.of(
                    table, owner.columns().stream().map(Column::name).toList());
            indexes.computeIfAbsent(table, key -> new ArrayList<>())
                    .add(understood("index " + name, () -> IndexText.read(sql, scope)));
        }
    }

    private static <T> T understood(String what, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException unexpected) {
            throw unreadable(what, "its definition is not understood: " + unexpected.getMessage());
        }
    }

    private static DecantException unreadable(String where, String what) {
        return Failure.of("DCT-541", what)
                .at(where)
                .next("report this with the table's definition")
                .exception();
    }

    private void compareColumns() throws SQLException {
        Map<String, List<String>> told = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                told.computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                        .add(described(rows.getString(2), rows.getInt(3) > 1));
            }
        }
        tables.forEach((name, table) -> {
            List<String> read = table.columns().stream()
                    .map(column -> described(column.name(), column.fill() instanceof Fill.Generated))
                    .toList();
            if (!read.equals(told.get(name))) {
                throw unreadable(
                        "table " + name, "its columns were read as " + read + ", and SQLite knows " + told.get(name));
            }
        });
    }

    private static String described(String column, boolean generated) {
        return generated ? column + " (generated)" : column;
    }

    private Table table(ReadTable read) {
        Table table = read.named();
        return table.withConstraints(table.constraints().stream()
                        .map(constraint -> constraint instanceof ForeignKey key ? pointed(key) : constraint)
                        .map(Constraint.class::cast)
                        .toList())
                .withIndexes(indexes.getOrDefault(read.name(), List.of()));
    }

    /** A foreign key that names no columns points at the primary key. */
    private ForeignKey pointed(ForeignKey key) {
        if (!key.targetColumns().contains(ReferenceText.KEY)) {
            return key;
        }
        List<String> found = tables.values().stream()
                .filter(table -> SqliteNames.same(table.name(), key.target().local()))
                .map(ReadTable::key)
                .filter(columns -> columns.size() == key.columns().size())
                .findFirst()
                .orElse(key.columns());
        return key.withEnds(key.columns(), key.target(), found);
    }
}
