package dev.decant.cli;

import dev.decant.config.Filters;
import dev.decant.config.Flags;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say what of a database is looked at. */
final class FilterOptions {
    @Option(
            names = "--include",
            paramLabel = "WHAT",
            description = "Look at nothing else: schema:GLOB, table:GLOB or kind:GLOB, as in 'schema:shop_*'.")
    private List<String> include = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "WHAT",
            description = "Neither look at it nor touch it: schema:GLOB, table:GLOB or kind:GLOB.")
    private List<String> exclude = new ArrayList<>();

    /** The flags with these, when they were given. */
    Flags addTo(Flags flags) {
        return flags.withFilters(Filters.of(include, exclude));
    }
}
