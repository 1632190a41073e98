package dev.decant.cli;

import dev.decant.config.Configuration;
import dev.decant.workflow.Precautions;
import dev.decant.workflow.Project;
import picocli.CommandLine.Option;

/** The care that is taken before a verb changes a database. */
final class CareOptions {
    @Option(names = "--backup", description = "Back the database up first, into .decant/backups.")
    private boolean backup;

    @Option(
            names = "--wait-for-window",
            description = "Wait until the maintenance window opens, rather than refuse outside of it.")
    private boolean awaitWindow;

    Precautions precautions(Configuration configuration) {
        return new Precautions(backup, awaitWindow, new Project(configuration).home());
    }
}
