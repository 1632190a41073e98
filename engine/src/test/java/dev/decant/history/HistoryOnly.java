package dev.decant.history;

import dev.decant.database.Database;
import dev.decant.database.HistoryTable;
import dev.decant.database.RunnerLock;
import dev.decant.database.Scope;
import dev.decant.database.ServerError;
import dev.decant.dialect.Dialect;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.testing.TextDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** As much of SQLite as a history needs; the module of that dialect has the rest. */
record HistoryOnly() implements Database {
    @Override
    public Dialect dialect() {
        return TextDialect.SQLITE;
    }

    @Override
    public HistoryTable historyTable() {
        return new HistoryTable(
                ObjectName.of("order"),
                List.of(),
                "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'order'",
                new HistoryTable.ColumnTypes("TEXT", "TEXT", "INTEGER", "TEXT", true));
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Connection open(String jdbcUrl, Properties properties) throws SQLException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Schema inspect(Connection connection, Scope scope) throws SQLException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunnerLock lock() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerError explain(SQLException exception) {
        throw new UnsupportedOperationException();
    }
}
