package dev.decant.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a process finds around it when it starts; prints without the values of the variables.
 *
 * @param variables the variables of the process environment
 * @param workingDirectory an absolute folder; the search for decant.toml starts here
 */
public record Surroundings(Map<String, String> variables, Path workingDirectory) {
    public Surroundings {
        variables = Map.copyOf(variables);
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    @Override
    public String toString() {
        return "Surroundings[" + workingDirectory + "]";
    }
}
