package dev.decant.sqlite;

import dev.decant.failure.Failure;
import dev.decant.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The views and triggers that SQLite can no longer make sense of, which it notices only when they are used. */
final class BrokenCode {
    private static final String VIEWS = "SELECT name FROM main.sqlite_schema WHERE type = 'view' ORDER BY name";
    private static final String TRIGGERED =
            "SELECT DISTINCT tbl_name FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY tbl_name";

    private final Connection connection;
    private final Map<String, String> broken = new LinkedHashMap<>();

    private BrokenCode(Connection connection) {
        this.connection = connection;
    }

    /** What is broken and why: nothing is run, each is only compiled. */
    static Map<String, String> read(Connection connection) throws SQLException {
        BrokenCode code = new BrokenCode(connection);
        for (String view : code.names(VIEWS)) {
            code.compile("view " + view, SqliteNames.sql("SELECT * FROM").name("main", view));
        }
        for (String table : code.names(TRIGGERED)) {
            code.compileTriggers(table);
        }
        return code.broken;
    }

    /** Says that a view or trigger no longer works. */
    static Failure failure(String what, String why) {
        return Failure.of("DCT-544", "no longer works after the change: " + why)
                .at(what)
                .next("drop it before the change and create it anew after, in the same migration");
    }

    private List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private void compileTriggers(String table) throws SQLException {
        String triggers = "a trigger of " + table;
        compile(
                triggers + " on insert",
                SqliteNames.sql("INSERT INTO").name("main", table).words("DEFAULT VALUES"));
        compile(triggers + " on delete", SqliteNames.sql("DELETE FROM").name("main", table));
        List<String> columns = names(SqliteNames.sql("SELECT name FROM")
                .call("pragma_table_xinfo", sql -> sql.literal(table))
                .words("WHERE hidden = 0")
                .toString());
        Sql update = SqliteNames.sql("UPDATE").name("main", table).words("SET");
        compile(
                triggers + " on update",
                update.commas(
                        columns, (sql, column) -> sql.name(column).words("=").name(column)));
    }

    private void compile(String what, Sql sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("EXPLAIN " + sql);
        } catch (SQLException unfit) {
            broken.put(what, new SqliteDatabase().explain(unfit).message());
        }
    }
}
