package dev.decant.embedded.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** What the tests of this module share: binaries that are unpacked once, and a query in one line. */
final class Servers {
    private static final Path BINARIES = Path.of("target", "postgresql");

    private Servers() {}

    /** PostgreSQL 17 with its data in this folder. */
    static EmbeddedPostgres at(Path home) {
        return EmbeddedPostgres.at(home).unpackedInto(BINARIES).version("17").setting("fsync", "off");
    }

    /** The same, with data that was made once for all tests: making it is what takes most of the time. */
    static EmbeddedPostgres ready(Path home) {
        Path prepared = Path.of("target", "prepared").toAbsolutePath();
        try {
            if (Files.notExists(home.resolve("data-17"))) {
                Files.createDirectories(home);
                at(prepared).prepare();
                copy(prepared.resolve("data-17"), home.resolve("data-17"));
                copy(prepared.resolve("server-17"), home.resolve("server-17"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return at(home);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> everything = Files.walk(from)) {
            for (Path path : everything.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
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
