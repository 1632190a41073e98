package dev.decant.testkit.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database of one test; closing it drops it, whoever is still connected. */
public final class TestDatabase implements AutoCloseable {
    private final TestServer server;
    private final String name;

    TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** The name, unique within the server. */
    public String name() {
        return name;
    }

    /** The server it is on. */
    public TestServer server() {
        return server;
    }

    /** The address for JDBC, without user and password. */
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    /** The address with user and password, as {@code postgres://user:password@host:port/name}. */
    public String url() {
        return "postgres://" + server.user() + ":" + server.password() + "@" + server.host() + ":" + server.port() + "/"
                + name;
    }

    /** The superuser, who owns the database. */
    public String user() {
        return server.user();
    }

    /** The superuser's password. */
    public String password() {
        return server.password();
    }

    /** A new connection, which the caller closes. */
    public Connection open() throws SQLException {
        return server.connect(name);
    }

    /** Runs a script of any number of statements. */
    public void execute(String script) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    /** The rows of a query, each as its columns in text with {@code |} between them. */
    public List<String> query(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        }
    }

    private static String row(ResultSet result) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            columns.add(String.valueOf(result.getString(column)));
        }
        return String.join("|", columns);
    }

    @Override
    public void close() {
        server.execute("drop database if exists " + name + " with (force)");
    }
}
