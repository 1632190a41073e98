package dev.decant.history;

import dev.decant.model.ObjectName;
import dev.decant.sql.Sql;
import dev.decant.sql.Syntax;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one table, found by the values of some columns.
 *
 * @param table the table
 * @param syntax how its name and columns are written
 */
record Rows(ObjectName table, Syntax syntax) {
    /**
     * How a row is read.
     *
     * @param <T> what it becomes
     */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static <T> List<T> query(Connection connection, String sql, Collection<?> values, Reader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        }
    }

    /** Some columns of the rows with these values, all rows when none are given. */
    <T> List<T> select(Connection connection, List<String> columns, Map<String, ?> where, Reader<T> reader)
            throws SQLException {
        Sql query = named(sql("SELECT").commas(columns, Sql::name).words("FROM"));
        return query(connection, where(query, where.keySet()).toString(), where.values(), reader);
    }

    /** Gives the row with this key these values, and makes it when there is none: at any moment there is the old or the new row. */
    void put(Connection connection, Map<String, ?> key, Map<String, ?> values) throws SQLException {
        if (set(connection, key, values) == 0) {
            add(connection, key, values);
        }
    }

    /** Makes the row with this key and these values, which is not there yet. */
    void add(Connection connection, Map<String, ?> key, Map<String, ?> values) throws SQLException {
        Map<String, Object> all = new LinkedHashMap<>(key);
        all.putAll(values);
        Sql insert = named(sql("INSERT INTO"))
                .list(all.keySet())
                .words("VALUES")
                .list(all.keySet(), (sql, column) -> sql.text("?"));
        update(connection, insert, all.values());
    }

    /** Gives the rows with this key these values; says how many there are. */
    int set(Connection connection, Map<String, ?> key, Map<String, ?> values) throws SQLException {
        Sql update = named(sql("UPDATE"))
                .words("SET")
                .commas(values.keySet(), (sql, column) -> sql.name(column).words("= ?"));
        List<Object> all = new ArrayList<>(values.values());
        all.addAll(key.values());
        return update(connection, where(update, key.keySet()), all);
    }

    /** Removes the rows with this key. */
    void remove(Connection connection, Map<String, ?> key) throws SQLException {
        update(connection, where(named(sql("DELETE FROM")), key.keySet()), key.values());
    }

    /** A value that a row cannot do without, of a table whose first column is {@code id}. */
    String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        if (value == null) {
            throw Damage.of(table, String.valueOf(row.getString(HistoryLayout.ID)), "its " + column + " is empty");
        }
        return value;
    }

    private Sql sql(String words) {
        return new Sql(syntax).words(words);
    }

    private Sql named(Sql sql) {
        return sql.name(table.schema(), table.local());
    }

    private static Sql where(Sql sql, Collection<String> columns) {
        String word = "WHERE";
        for (String column : columns) {
            sql.words(word).name(column).words("= ?");
            word = "AND";
        }
        return sql;
    }

    private static int update(Connection connection, Sql sql, Collection<?> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Collection<?> values) throws SQLException {
        int parameter = 1;
        for (Object value : values) {
            statement.setObject(parameter++, value);
        }
    }
}
