package dev.decant.workflow;

import dev.decant.emit.JavaChange;
import java.util.List;
import java.util.function.Predicate;

/**
 * How a pull goes.
 *
 * @param dryRun whether nothing is written
 * @param delete tells whether files may go whose tables the database does not have
 */
public record PullOptions(boolean dryRun, Predicate<List<JavaChange>> delete) {}
