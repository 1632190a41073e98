package dev.decant.embedded.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * One user's hold on a running server: an open end of a named pipe, which the operating system closes when the process
 * dies, however it dies. The keeper reads the pipe and stops the server when the last end is closed.
 */
final class Lease implements AutoCloseable {
    private final FileChannel pipe;

    private Lease(FileChannel pipe) {
        this.pipe = pipe;
    }

    /** Makes the pipe of a new server in this folder, in place of the one of its predecessor. */
    static Path create(Path folder) {
        Folders.delete(folder);
        Folders.createPrivate(folder);
        Path file = folder.resolve(UUID.randomUUID().toString());
        Command.Outcome outcome =
                Command.of("mkfifo", "-m", "600", file.toString()).run();
        if (!outcome.succeeded()) {
            throw Folders.trouble(file, new IOException("no named pipe could be made: " + outcome.summary()));
        }
        return file;
    }

    /**
     * Takes a hold, if the pipe is there; it is not while the keeper makes sure that nobody is left.
     *
     * <p>The pipe is opened for reading too, since opening it for writing alone would wait for a reader. The line that
     * is written tells the keeper that somebody came in the very moment in which the last one went.
     */
    static Optional<Lease> take(Path file) {
        try {
            FileChannel pipe = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            pipe.write(ByteBuffer.wrap("joined\n".getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(new Lease(pipe));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Folders.trouble(file, e);
        }
    }

    @Override
    public void close() {
        try {
            pipe.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
