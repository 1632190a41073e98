package dev.decant.embedded.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void one_thread_at_a_time_holds_a_lock() {
        AtomicInteger inside = new AtomicInteger();
        int most = IntStream.range(0, 200)
                .parallel()
                .map(number -> {
                    try (FolderLock lock = FolderLock.acquire(folder.resolve("lock"))) {
                        int now = inside.incrementAndGet();
                        inside.decrementAndGet();
                        return now;
                    }
                })
                .max()
                .orElseThrow();
        assertThat(most).isEqualTo(1);
    }

    @Test
    void locks_of_different_folders_do_not_wait_for_each_other() {
        try (FolderLock one = FolderLock.acquire(folder.resolve("one"));
                FolderLock other = FolderLock.acquire(folder.resolve("other"))) {
            assertThat(one).isNotSameAs(other);
        }
    }
}
