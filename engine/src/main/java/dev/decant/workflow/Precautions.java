package dev.decant.workflow;

import dev.decant.config.Configuration;
import dev.decant.config.Environment;
import java.nio.file.Path;

/**
 * What is done before a database is changed, beyond what its environment asks for.
 *
 * @param backup whether a backup is made
 * @param awaitWindow whether a maintenance window that is not open is waited for, and not a reason to refuse
 * @param home where backups go: into a folder of its own in it
 */
public record Precautions(boolean backup, boolean awaitWindow, Path home) {
    /** None but what the environment asks for. */
    static Precautions none(Configuration configuration) {
        return new Precautions(false, false, new Project(configuration).home());
    }

    /** The same with what an environment asks for. */
    Precautions with(Environment environment) {
        return new Precautions(backup || environment.backup(), awaitWindow, home);
    }
}
