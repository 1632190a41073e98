package dev.decant.embedded.postgresql;

import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The right of one thread of one process to change a folder; the operating system takes it back when the process dies.
 *
 * <p>A process has one channel to a lock's file at most: closing a second one would give up the lock of the first
 * (POSIX, fcntl: "All locks associated with a file for a given process shall be removed when a file descriptor for that
 * file is closed by that process").
 */
final class FolderLock implements AutoCloseable {
    // Longer than anything that is done under a lock: pgvector's build is given five minutes.
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Map<Path, Semaphore> THREADS = new ConcurrentHashMap<>();

    private final FileChannel channel;
    private final Semaphore threads;

    private FolderLock(FileChannel channel, Semaphore threads) {
        this.channel = channel;
        this.threads = threads;
    }

    /**
     * Waits until the lock is free and takes it.
     *
     * @param file the lock's file, created when missing; it stays
     */
    static FolderLock acquire(Path file) {
        Semaphore threads = THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new Semaphore(1, true));
        enter(threads, file);
        try {
            return new FolderLock(lock(file), threads);
        } catch (RuntimeException e) {
            threads.release();
            throw e;
        }
    }

    private static void enter(Semaphore threads, Path file) {
        try {
            if (!threads.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy(file);
            }
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    private static FileChannel lock(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (Waiting.until(() -> locks(channel, file), PATIENCE)) {
                return channel;
            }
            channel.close();
            throw busy(file);
        } catch (IOException e) {
            throw Folders.trouble(file, e);
        }
    }

    private static boolean locks(FileChannel channel, Path file) {
        try {
            return Optional.ofNullable(channel.tryLock()).isPresent();
        } catch (IOException e) {
            throw Folders.trouble(file, e);
        }
    }

    private static RuntimeException busy(Path file) {
        return Failure.of("DCT-606", "another process has held this lock for more than 6 minutes")
                .at(file.toString())
                .next("end the other process and try again")
                .exception();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.release();
        }
    }
}
