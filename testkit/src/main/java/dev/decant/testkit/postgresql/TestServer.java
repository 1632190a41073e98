package dev.decant.testkit.postgresql;

import dev.decant.embedded.postgresql.PgVector;
import dev.decant.embedded.postgresql.PgVectorState;
import dev.decant.embedded.postgresql.RunningPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A running PostgreSQL for tests, without any care for what happens to its data when the machine goes down. */
public final class TestServer {
    private final Supplier<RunningPostgres> start;
    private RunningPostgres running;
    private boolean stopped;
    private final PgVector vector;
    private final AtomicInteger databases = new AtomicInteger();
    private Optional<PgVectorState> vectorState = Optional.empty();
    private @Nullable Connection administrator;

    TestServer(Supplier<RunningPostgres> start, PgVector vector) {
        this.start = start;
        this.running = start.get();
        this.vector = vector;
    }

    /**
     * Stops the server as an administrator does, which ends all sessions, and starts it again on the same port; only for one that
     * {@link TestServers#restartable} gave.
     */
    public synchronized void restart() {
        stop();
        goOn();
    }

    /** The first half of a restart. */
    public synchronized void stop() {
        running.close();
        administrator = null;
        stopped = true;
    }

    /** The second half of a restart; nothing when the server runs. */
    public synchronized void goOn() {
        if (!stopped) {
            return;
        }
        int port = running.port();
        running = start.get();
        stopped = false;
        if (running.port() != port) {
            throw new IllegalStateException("the port " + port + " was taken meanwhile");
        }
    }

    /** An empty database of its own name; it takes some hundredths of a second. */
    public TestDatabase freshDatabase() {
        return freshDatabase("template1");
    }

    /**
     * A copy of a database, which nobody may be connected to.
     *
     * @param template the name of the database
     */
    public TestDatabase freshDatabase(String template) {
        String name = "test_" + databases.incrementAndGet();
        execute("create database " + name + " template \"" + template + "\"" + strategy());
        return new TestDatabase(this, name);
    }

    // Copying files needs two checkpoints but is the quicker way for small databases where nothing is synchronised.
    private String strategy() {
        return major() >= 15 ? " strategy file_copy" : "";
    }

    /** The address of one of its databases for JDBC, without user and password. */
    public String jdbcUrl(String database) {
        return running.jdbcUrl(database);
    }

    /** The address it listens on. */
    public String host() {
        return running.host();
    }

    /** The port it listens on. */
    public int port() {
        return running.port();
    }

    /** The superuser. */
    public String user() {
        return running.user();
    }

    /** The superuser's password. */
    public String password() {
        return running.password();
    }

    /** The version, such as {@code 17.11}. */
    public String version() {
        return running.serverVersion();
    }

    /** The major version, such as 17. */
    public int major() {
        return running.installation().major();
    }

    /**
     * Makes pgvector available, if it can be had for this version on this machine; the first time on a machine this
     * takes half a minute.
     */
    public synchronized PgVectorState vector() {
        PgVectorState state = vectorState.orElseGet(() -> vector.ensure(running.installation()));
        vectorState = Optional.of(state);
        return state;
    }

    synchronized void execute(String sql) {
        try (Statement statement = administrator().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    // Kept, because a session costs more than what is said in it; a test may have ended it.
    private Connection administrator() throws SQLException {
        if (administrator == null || !administrator.isValid(0)) {
            administrator = connect("postgres");
        }
        return administrator;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), user(), password());
    }
}
