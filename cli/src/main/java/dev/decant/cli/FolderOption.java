package dev.decant.cli;

import dev.decant.config.Flags;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the folder of the migrations. */
final class FolderOption {
    @Option(names = "--out", paramLabel = "FOLDER", description = "The folder of the migrations.")
    private Optional<String> given = Optional.empty();

    /** The flags with this one, when it was given. */
    Flags addTo(Flags flags) {
        return given.map(flags::withOut).orElse(flags);
    }
}
