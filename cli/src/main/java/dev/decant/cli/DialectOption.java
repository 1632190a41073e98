package dev.decant.cli;

import dev.decant.config.Flags;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the dialect. */
final class DialectOption {
    @Option(names = "--dialect", paramLabel = "ID", description = "The dialect: postgresql or sqlite.")
    private Optional<String> given = Optional.empty();

    /** The flags with this one, when it was given. */
    Flags addTo(Flags flags) {
        return given.map(flags::withDialect).orElse(flags);
    }
}
