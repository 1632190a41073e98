package dev.decant.embedded.postgresql;

import dev.decant.failure.Failure;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A hold on a running server; closing it gives up the hold, and stops the server if it was the last one.
 *
 * <p>A program that ends without closing it has it closed by a shutdown hook. See {@link EmbeddedPostgres} for how long a
 * server runs.
 */
public final class RunningPostgres implements AutoCloseable {
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final String DUPLICATE_DATABASE = "42P04";

    private final ServerFolder folder;
    private final ServerState state;
    private final String password;
    private final Lease lease;
    private final Path mark;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook = new Thread(this::leave, "embedded-postgresql-end");

    private RunningPostgres(ServerFolder folder, ServerState state, String password, Lease lease, Path mark) {
        this.folder = folder;
        this.state = state;
        this.password = password;
        this.lease = lease;
        this.mark = mark;
    }

    static RunningPostgres of(ServerFolder folder, Lease lease) {
        try {
            ServerState state = ServerState.read(folder).orElseThrow();
            String password = Folders.read(folder.password()).orElseThrow().strip();
            String user = ProcessHandle.current().pid() + "-";
            Path mark = Files.createTempFile(folder.users(), user, "");
            RunningPostgres running = new RunningPostgres(folder, state, password, lease, mark);
            Runtime.getRuntime().addShutdownHook(running.hook);
            return running;
        } catch (IOException e) {
            lease.close();
            throw Folders.trouble(folder.users(), e);
        }
    }

    /** The address it listens on, always loopback. */
    public String host() {
        return "127.0.0.1";
    }

    /** The port it listens on. */
    public int port() {
        return state.port();
    }

    /** The superuser. */
    public String user() {
        return DataFolder.USER;
    }

    /** The superuser's password. */
    public String password() {
        return password;
    }

    /** The address of one of its databases for JDBC, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    /** The folder that holds its data. */
    public Path data() {
        return folder.data();
    }

    /** The file that it writes its messages to. */
    public Path log() {
        return folder.log();
    }

    /** The version that runs, such as {@code 17.11}. */
    public String serverVersion() {
        return state.installation().version();
    }

    /** The programs that it was started from. */
    public Installation installation() {
        return state.installation();
    }

    /**
     * Creates a database, unless there is one of this name.
     *
     * @param name any name, as it is
     */
    public void createDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), user(), password);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + "\"" + name.replace("\"", "\"\"") + "\"");
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw Failure.of("DCT-611", "the database " + name + " could not be created: " + e.getMessage())
                        .at(host() + ":" + port())
                        .next("read " + log())
                        .exception(e);
            }
        }
    }

    /** Gives up the hold; when it was the last one, returns after the server has stopped. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The program is ending and runs the hook, or has run it: leaving twice does no harm.
        }
        leave();
    }

    // No lock is held: a newcomer either comes before the pipe is closed, and the server goes on, or waits for the end.
    private void leave() {
        if (closed.compareAndSet(false, true)) {
            Folders.deleteFile(mark);
            lease.close();
            Waiting.until(() -> state.livingKeeper(folder).isEmpty() || isUsed(), STOP);
        }
    }

    private boolean isUsed() {
        try (Stream<Path> marks = Files.list(folder.users())) {
            return marks.map(file -> file.getFileName().toString())
                    .map(name -> Long.parseLong(name.substring(0, name.indexOf('-'))))
                    .anyMatch(process -> ProcessHandle.of(process).isPresent());
        } catch (NotDirectoryException | NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw Folders.trouble(folder.users(), e);
        }
    }
}
