package dev.decant.database;

import dev.decant.model.ObjectName;
import java.time.Instant;
import java.util.Optional;

/**
 * How big a table is, and how it is kept.
 *
 * @param table the table
 * @param bytes all that it takes on the disk
 * @param tableBytes what its rows take, large values included
 * @param indexBytes what its indexes take
 * @param rows about how many rows it has; negative when nobody has counted yet
 * @param deadRows about how many old versions of rows are still there
 * @param wastedBytes about how much of it holds nothing, as far as that can be told from statistics
 * @param vacuumed when old versions were last cleared away
 * @param analyzed when its statistics were last collected
 */
public record TableSize(
        ObjectName table,
        long bytes,
        long tableBytes,
        long indexBytes,
        long rows,
        long deadRows,
        long wastedBytes,
        Optional<Instant> vacuumed,
        Optional<Instant> analyzed) {}
