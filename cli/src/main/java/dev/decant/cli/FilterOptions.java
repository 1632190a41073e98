package dev.decant.cli;

import dev.decant.config.Filters;
import dev.decant.config.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Option(
            names = "--privileges",
            negatable = true,
            fallbackValue = "true",
            description =
                    "Look at what roles may do, too; between two databases that is done unless --no-privileges says otherwise.")
    private Optional<Boolean> privileges = Optional.empty();

    @Option(
            names = "--owners",
            negatable = true,
            fallbackValue = "true",
            description = "Look at which roles things belong to, too.")
    private Optional<Boolean> owners = Optional.empty();

    @Option(
            names = "--roles",
            paramLabel = "GLOB",
            description = "Look at the roles of the server of these names, too, as in 'app_*'.")
    private List<String> roles = new ArrayList<>();

    /** The flags with these, when they were given. */
    Flags addTo(Flags flags) {
        return flags.withFilters(Filters.of(include, exclude)
                .withPrivileges(privileges)
                .withOwners(owners)
                .withRoles(roles));
    }
}
