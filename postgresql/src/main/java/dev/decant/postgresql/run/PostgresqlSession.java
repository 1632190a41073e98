package dev.decant.postgresql.run;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/** Sessions with the settings that Decant relies on. */
public final class PostgresqlSession {
    /**
     * What the driver is told unless the user says otherwise. No prepared statement outlives its execution, because a pooler may give the
     * next one to another session.
     */
    private static final Properties USUAL = usual();

    /**
     * A migration takes as long as it takes; strings are lexed as the standard has them; a moment without a zone means the same on every
     * machine, where the driver would send the zone of the machine. The search_path stays the user's.
     */
    private static final String SETTINGS =
            "SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET standard_conforming_strings = on;"
                    + " SET TimeZone = 'UTC'";

    private static final String DEFAULTS =
            "RESET statement_timeout; RESET lock_timeout; RESET idle_in_transaction_session_timeout;"
                    + " RESET standard_conforming_strings; RESET TimeZone; SELECT pg_catalog.pg_advisory_unlock_all()";

    /** The oldest version whose catalogue and statements Decant is tested with. */
    private static final int OLDEST = 14;

    private PostgresqlSession() {}

    private static Properties usual() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "decant");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("prepareThreshold", "0");
        return properties;
    }

    public static Connection open(String jdbcUrl, Properties properties) throws SQLException {
        Properties all = new Properties();
        all.putAll(USUAL);
        all.putAll(properties);
        // Not through DriverManager: the driver may be in another class loader.
        Connection connection = new Driver().connect(jdbcUrl, all);
        if (connection == null) {
            throw Failure.of("DCT-502", "not a URL of the PostgreSQL driver")
                    .next("write jdbc:postgresql://host:port/database")
                    .exception();
        }
        try {
            adopt(connection);
        } catch (SQLException | DecantException exception) {
            connection.close();
            throw exception;
        }
        return connection;
    }

    /** Behind a pooler, what is set for a session would be set for whoever is lent it next. */
    public static void adopt(Connection connection) throws SQLException {
        requireKnown(connection.getMetaData());
        if (isDirect(connection)) {
            execute(connection, SETTINGS);
        }
    }

    /** The server says its version when it lets somebody in, so that asking costs nothing. */
    private static void requireKnown(DatabaseMetaData server) throws SQLException {
        if (server.getDatabaseMajorVersion() < OLDEST) {
            throw Failure.of(
                            "DCT-518",
                            "the server is PostgreSQL " + server.getDatabaseProductVersion()
                                    + ", and Decant works with " + OLDEST + " and newer ones")
                    .next("bring the server to a newer version; nothing was looked at or changed")
                    .exception();
        }
    }

    /**
     * Whether nothing stands between the driver and the server: poolers make up the number of the process that they tell a client when it
     * connects, since it is good for nothing but to cancel a query.
     */
    public static boolean isDirect(Connection connection) throws SQLException {
        int told = connection.unwrap(PGConnection.class).getBackendPID();
        return PostgresqlAnswer.of(connection, "SELECT pg_catalog.pg_backend_pid()::text")
                .equals(Optional.of(String.valueOf(told)));
    }

    public static void restore(Connection connection) throws SQLException {
        execute(connection, DEFAULTS);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
