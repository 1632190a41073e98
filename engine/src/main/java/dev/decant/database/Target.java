package dev.decant.database;

import dev.decant.config.DatabaseUrl;
import dev.decant.config.Environment;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A database that a call works on: it opens sessions, and says in words why one cannot be opened. */
public final class Target implements AutoCloseable {
    private final Database database;
    private final DatabaseUrl.Jdbc url;
    private final String display;
    private final Optional<EmbeddedServers.EmbeddedServer> server;
    private final Queue<Connection> opened = new ConcurrentLinkedQueue<>();

    private Target(
            Database database, DatabaseUrl.Jdbc url, String display, Optional<EmbeddedServers.EmbeddedServer> server) {
        this.database = database;
        this.url = url;
        this.display = display;
        this.server = server;
    }

    /**
     * The database of an environment; one that is embedded is started.
     *
     * @param home the folder for what embedded servers keep, {@code .decant} in the root of the project
     * @param extensions the extensions that will be created, which an embedded server then has
     * @param progress is told what takes a moment, in words for people
     */
    public static Target of(Environment environment, Path home, Set<String> extensions, Consumer<String> progress) {
        return switch (environment.url()) {
            case DatabaseUrl.Jdbc jdbc ->
                new Target(Databases.ofDialect(jdbc.dialect()), jdbc, environment.display(), Optional.empty());
            case DatabaseUrl.Embedded embedded -> {
                EmbeddedServers.EmbeddedServer server = servers(embedded.dialect())
                        .start(new EmbeddedServers.Request(embedded, home, extensions, progress));
                yield new Target(
                        Databases.ofDialect(embedded.dialect()),
                        server.url(),
                        environment.display(),
                        Optional.of(server));
            }
        };
    }

    private static EmbeddedServers servers(String dialect) {
        return ServiceLoader.load(EmbeddedServers.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(servers -> servers.dialect().equals(dialect))
                .findFirst()
                .orElseThrow(() -> Failure.of("DCT-502", "no embedded server for " + dialect + " is on the class path")
                        .next("give the address of a server with --url")
                        .exception());
    }

    /** The JDBC half of its dialect. */
    public Database database() {
        return database;
    }

    /** Where it is, in words without a password. */
    public String display() {
        return display;
    }

    /** Where it is. */
    public DatabaseUrl.Jdbc url() {
        return url;
    }

    /**
     * Opens a session.
     *
     * @throws DecantException DCT-510 to DCT-516 with what keeps it from being opened
     */
    public Connection connect() {
        try {
            Connection connection = database.open(url.jdbcUrl(), properties());
            opened.removeIf(Target::isClosed);
            opened.add(connection);
            return connection;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * What there is that a filter may mean.
     *
     * @throws DecantException DCT-510 to DCT-519 with what keeps it from being read
     */
    public Names names() {
        try (Connection connection = connect()) {
            return database.names(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException broken) {
            return true;
        }
    }

    /**
     * Makes an empty database for trying things out beside this one.
     *
     * @return nothing when the user may not make one
     * @throws DecantException DCT-510 to DCT-519 with what keeps it from being made
     */
    public Optional<Scratch> scratch() {
        try {
            return database.scratch(url.jdbcUrl(), properties());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(url.properties());
        return properties;
    }

    /** Ends what runs in any of the sessions, from another thread; each then fails as if the server had refused. */
    public void interrupt() {
        for (Connection connection : opened) {
            try {
                if (!connection.isClosed()) {
                    database.interrupt(connection);
                }
            } catch (SQLException e) {
                // It has ended by itself in the meantime.
            }
        }
    }

    /** Does some work; a failure of it that has no place yet is one of this place. */
    public <T> T place(Supplier<T> work) {
        try {
            return work.get();
        } catch (DecantException e) {
            if (e.getClass() == DecantException.class && e.where().isEmpty()) {
                throw new DecantException(
                        e.failures().stream()
                                .map(failure -> failure.at(display))
                                .toList(),
                        e);
            }
            throw e;
        }
    }

    /** What a session said, as a failure of this place. */
    public DecantException failure(SQLException e) {
        return Refusal.of(database.explain(e)).at(display).exception(e);
    }

    /** Gives up the hold on an embedded server. */
    @Override
    public void close() {
        server.ifPresent(EmbeddedServers.EmbeddedServer::close);
    }
}
