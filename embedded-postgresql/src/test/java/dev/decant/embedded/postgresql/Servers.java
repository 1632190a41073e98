package dev.decant.embedded.postgresql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the tests of this module share: binaries that are unpacked once, and a query in one line. */
final class Servers {
    private static final Path BINARIES = Path.of("target", "postgresql");

    private Servers() {}

    /** PostgreSQL 17 with its data in this folder. */
    static EmbeddedPostgres at(Path home) {
        return EmbeddedPostgres.at(home).unpackedInto(BINARIES).version("17").setting("fsync", "off");
    }

    static Connection connect(RunningPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
    }

    static void execute(RunningPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(RunningPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    static boolean accepts(RunningPostgres postgres) {
        return !Ports.isFree(postgres.port());
    }
}
