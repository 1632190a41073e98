package dev.decant.sqlite;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.database.Scope;
import dev.decant.database.TransactionGuard;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Operation;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.sql.Syntax;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A database in memory to try things on, and the changes of a migration carried out on it as the runner does. */
final class Lab implements AutoCloseable {
    private final SqliteDatabase database = new SqliteDatabase();
    private final Connection connection;

    Lab() throws SQLException {
        connection = database.open("jdbc:sqlite::memory:", new Properties());
    }

    Connection connection() {
        return connection;
    }

    /** Runs statements. */
    Lab run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return this;
    }

    /** The rows of a query, the values of each joined by commas. */
    List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                List<String> values = new ArrayList<>();
                for (int at = 1; at <= found.getMetaData().getColumnCount(); at++) {
                    values.add(String.valueOf(found.getString(at)));
                }
                rows.add(String.join(",", values));
            }
        }
        return rows;
    }

    Schema schema() throws SQLException {
        return database.inspect(connection, Scope.EVERYTHING);
    }

    Table table(String name) throws SQLException {
        return schema().table(ObjectName.of(name)).orElseThrow();
    }

    /** Makes changes in one guarded transaction; the database then is what the changes say. */
    List<String> change(Change... changes) throws SQLException {
        return change(List.of(changes));
    }

    List<String> change(List<Change> changes) throws SQLException {
        Dialect dialect = database.dialect();
        Schema state = schema();
        List<String> statements = new ArrayList<>();
        for (Operation operation : dialect.operations(changes, state)) {
            dialect.render(operation, state).forEach(statement -> statements.add(statement.sql()));
            state = Changes.apply(operation.changes(), state, Syntax.SQLITE);
        }
        guarded(statements);
        return statements;
    }

    void guarded(List<String> statements) throws SQLException {
        TransactionGuard guard = database.guard();
        guard.before(connection);
        try {
            connection.setAutoCommit(false);
            for (String statement : statements) {
                run(statement);
                guard.afterStatement(connection);
            }
            guard.beforeCommit(connection);
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
            guard.after(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
