package dev.decant.run;

import dev.decant.failure.Failure;
import dev.decant.journal.SqlFile;

/** How much of a way back the history keeps: it is one value in one row, which every rollback reads. */
final class WayBackSize {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long MOST = 64;

    private WayBackSize() {}

    /** Refuses a {@code down.sql} that is too large to be kept, before anything runs. */
    static void require(SqlFile down) {
        long size = down.content().size() / MEGABYTE;
        if (size >= MOST) {
            throw Failure.of("DCT-229", "it has " + size + " MB, and the history keeps less than " + MOST + " MB of it")
                    .at(down.path())
                    .next("take rows back by what tells them apart (DELETE ... WHERE, TRUNCATE) and not one by one")
                    .exception();
        }
    }
}
