package dev.decant.cli;

import dev.decant.config.Flags;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says where the schema is written. */
final class SchemaOption {
    @Option(
            names = "--schema",
            paramLabel = "PLACE",
            description = "The schema: a folder of Java source, a package, or a file or folder of SQL.")
    private Optional<String> given = Optional.empty();

    /** The flags with this one, when it was given. */
    Flags addTo(Flags flags) {
        return given.map(flags::withSchema).orElse(flags);
    }
}
