package dev.decant.studio.changes;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Notices that files of a folder changed, by looking at their times and sizes. Editors write a file in several steps and save several files at
 * once, so a change is told once nothing has moved for a moment.
 *
 * <p>Looking is used in place of {@code WatchService}, which sees no changes on network folders and in mounts of containers.
 */
final class FolderWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Thread thread;

    /** What was seen of a file. */
    private record Trace(long time, long size) {}

    private FolderWatch(Thread thread) {
        this.thread = thread;
    }

    /** Watches a folder, which need not be there yet, until this is closed. */
    static FolderWatch of(Path folder, Runnable changed) {
        Thread thread = Thread.ofVirtual().name("watch " + folder.getFileName()).start(() -> watch(folder, changed));
        return new FolderWatch(thread);
    }

    private static void watch(Path folder, Runnable changed) {
        Map<Path, Trace> told = traces(folder);
        Map<Path, Trace> before = told;
        while (pause()) {
            Map<Path, Trace> now = traces(folder);
            if (now.equals(before) && !now.equals(told)) {
                told = now;
                changed.run();
            }
            before = now;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException closed) {
            return false;
        }
    }

    private static Map<Path, Trace> traces(Path folder) {
        Map<Path, Trace> traces = new TreeMap<>();
        try {
            if (Files.isDirectory(folder)) {
                Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        traces.put(file, new Trace(attributes.lastModifiedTime().toMillis(), attributes.size()));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
        } catch (IOException changing) {
            // It is looked at again in a moment.
        }
        return traces;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
