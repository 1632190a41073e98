package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.database.Target;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.run.RunListener;
import dev.decant.workflow.Migrate;
import dev.decant.workflow.Project;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decant migrate}: the database follows the migrations. */
@Command(
        name = "migrate",
        description = "Runs the migrations that have not run in the database.",
        footer = {
            "",
            "Examples:",
            "  decant migrate",
            "  decant migrate --env production --dry-run",
            "  decant migrate --to 20261122161730_add_team_slug"
        })
final class MigrateVerb implements Callable<Integer> {
    private final Call call;

    @Option(
            names = "--to",
            paramLabel = "ID",
            description = "Stop after this one: its id, the beginning of it, or its title.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--dry-run", description = "Print the SQL that would run, and run nothing.")
    private boolean dryRun;

    @Option(
            names = "--accept-data-loss",
            paramLabel = "ENV",
            description = "Data of this protected environment may be lost.")
    private Optional<String> approval = Optional.empty();

    @Mixin
    private final FolderOption folder = new FolderOption();

    MigrateVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Configuration configuration = call.configuration(folder::addTo);
        Project project = new Project(configuration);
        Journal journal = project.existingJournal();
        return dryRun ? show(configuration, project, journal) : run(configuration, project, journal);
    }

    private int show(Configuration configuration, Project project, Journal journal) {
        try (Target target = project.target(call.output()::progress)) {
            print(migrate(configuration, journal, target, RunListener.SILENT).pending(to));
            return ExitCode.DONE;
        }
    }

    private int run(Configuration configuration, Project project, Journal journal) {
        try (Target target = project.target(journal, call.output()::progress);
                Interruption interruption = Interruption.of(target, call.output())) {
            return Run.run(
                    call,
                    configuration,
                    listener ->
                            migrate(configuration, journal, target, listener).run(to, approval),
                    "Nothing to do: " + target.display() + " is up to date.");
        }
    }

    private static Migrate migrate(Configuration configuration, Journal journal, Target target, RunListener listener) {
        return new Migrate(journal, target, configuration.environment(), Run.settings(), listener);
    }

    private void print(List<Migration> pending) {
        Output output = call.output();
        output.document(Json.object()
                .put(
                        "pending",
                        Json.list(pending.stream().map(MigrateVerb::json).toList()))
                .build());
        for (Migration migration : pending) {
            output.line(output.ink().bold("-- " + migration.id() + "/up.sql"));
            output.line(migration.up().text());
        }
        if (pending.isEmpty()) {
            output.note("-- nothing would run");
        }
    }

    private static Json.Fields json(Migration migration) {
        return Json.object()
                .put("id", migration.id())
                .put("title", migration.title())
                .put("sql", migration.up().text())
                .build();
    }
}
