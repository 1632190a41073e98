package dev.decant.cli;

import dev.decant.config.Configuration;
import dev.decant.journal.Placeholders;
import dev.decant.run.RunSettings;
import dev.decant.workflow.Project;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What a verb that looks into files of SQL knows about them. */
final class ScriptOptions {
    @Option(
            names = "--placeholder",
            paramLabel = "NAME=VALUE",
            description = "The value of $${NAME} in files that ask for placeholders; counts before the configuration.")
    private Map<String, String> values = new LinkedHashMap<>();

    /** The values of placeholders: those that were given here, then those of the configuration. */
    Placeholders placeholders(Configuration configuration) {
        return Placeholders.of(values).orElse(configuration::placeholder);
    }

    /** The settings with what was said here. */
    RunSettings addTo(RunSettings settings, Configuration configuration) {
        return new Project(configuration).adapted(settings).withPlaceholders(placeholders(configuration));
    }
}
