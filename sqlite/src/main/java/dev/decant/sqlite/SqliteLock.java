package dev.decant.sqlite;

import dev.decant.database.LockHolder;
import dev.decant.database.RunnerLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file beside the database, {@code app.db-decant-lock}: SQLite's own locks last no longer than a transaction. The operating
 * system gives it back when the process ends, however it ends; the file stays.
 *
 * <p>A database in memory belongs to whoever opened it and is always free.
 */
final class SqliteLock implements RunnerLock {
    /** Behind everything that is written in the file, so that others can read who holds the lock where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private @Nullable FileChannel held;

    @Override
    public boolean tryAcquire(Connection connection) throws SQLException {
        Optional<Path> file = file(connection);
        if (file.isEmpty()) {
            return true;
        }
        if (held != null) {
            return false;
        }
        try {
            held = acquired(file.get());
            return held != null;
        } catch (IOException cause) {
            throw new SQLException("cannot lock " + file.get() + ": " + cause.getMessage(), cause);
        }
    }

    private static @Nullable FileChannel acquired(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (isLocked(channel)) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(holder().getBytes(StandardCharsets.UTF_8)));
                return channel;
            }
        } catch (IOException unwritten) {
            channel.close();
            throw unwritten;
        }
        channel.close();
        return null;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    private static String holder() {
        ProcessHandle process = ProcessHandle.current();
        String user = System.getProperty("user.name", "");
        return "process " + process.pid() + (user.isEmpty() ? "" : " of " + user);
    }

    @Override
    public void release(Connection connection) throws SQLException {
        FileChannel channel = held;
        held = null;
        if (channel != null) {
            try (channel) {
                channel.truncate(0);
            } catch (IOException cause) {
                throw new SQLException("cannot give back the lock beside the database", cause);
            }
        }
    }

    @Override
    public Optional<LockHolder> holder(Connection connection) throws SQLException {
        Optional<Path> file = file(connection).filter(Files::exists);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file.get()))
                    .filter(text -> !text.isEmpty())
                    .map(text -> new LockHolder(text.split(" ", -1)[1], text));
        } catch (IOException cause) {
            throw new SQLException("cannot read " + file.get(), cause);
        }
    }

    /** The file beside the database; nothing beside one in memory. */
    private static Optional<Path> file(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT file FROM pragma_database_list WHERE name = 'main'")) {
            String database = rows.next() ? rows.getString(1) : null;
            return database == null || database.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Path.of(database + "-decant-lock"));
        }
    }
}
