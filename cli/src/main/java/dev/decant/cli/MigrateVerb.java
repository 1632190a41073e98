package dev.decant.cli;

import dev.decant.config.Configuration;
import dev.decant.database.Target;
import dev.decant.failure.Failure;
import dev.decant.journal.Journal;
import dev.decant.run.RunListener;
import dev.decant.run.Selection;
import dev.decant.workflow.Migrate;
import dev.decant.workflow.Project;
import java.util.Optional;
import java.util.OptionalInt;
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

    @Option(names = "--count", paramLabel = "N", description = "No more than so many.")
    private Optional<Integer> count = Optional.empty();

    @Option(
            names = "--out-of-order",
            description = "Also run those that are earlier than what ran, as after a merge of branches.")
    private boolean outOfOrder;

    @Option(names = "--all-or-nothing", description = "Run all of them in one transaction.")
    private boolean allOrNothing;

    @Option(names = "--repeat", description = "Run all repeatable scripts again, changed or not.")
    private boolean repeat;

    @Option(names = "--dry-run", description = "Print the SQL that would run, and run nothing.")
    private boolean dryRun;

    @Option(
            names = "--accept-data-loss",
            paramLabel = "ENV",
            description = "Data of this protected environment may be lost.")
    private Optional<String> approval = Optional.empty();

    @Mixin
    private final CareOptions care = new CareOptions();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final FolderOption folder = new FolderOption();

    MigrateVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Selection selection = selection();
        Configuration configuration = call.configuration(folder::addTo);
        Project project = new Project(configuration);
        Journal journal = project.existingJournal();
        return dryRun
                ? show(selection, configuration, project, journal)
                : run(selection, configuration, project, journal);
    }

    private Selection selection() {
        if (count.filter(number -> number < 1).isPresent()) {
            throw new UsageException(
                    Failure.of("DCT-120", "--count is less than 1").next("give how many to run"));
        }
        OptionalInt most = count.map(OptionalInt::of).orElse(OptionalInt.empty());
        return new Selection(to, most, outOfOrder, allOrNothing, repeat);
    }

    private int show(Selection selection, Configuration configuration, Project project, Journal journal) {
        try (Target target = project.target(call.output()::progress)) {
            Migrate.Pending pending =
                    migrate(configuration, journal, target, RunListener.SILENT).pending(selection);
            print(PendingText.of(pending, project.dialect(), scripts.placeholders(configuration)));
            return ExitCode.DONE;
        }
    }

    private int run(Selection selection, Configuration configuration, Project project, Journal journal) {
        try (Target target = project.target(journal, call.output()::progress);
                Interruption interruption = Interruption.of(target, call)) {
            return Run.run(
                    call,
                    configuration,
                    listener -> migrate(configuration, journal, target, interruption.over(listener))
                            .run(selection, approval),
                    "Nothing to do: " + target.display() + " is up to date.");
        }
    }

    private Migrate migrate(Configuration configuration, Journal journal, Target target, RunListener listener) {
        return new Migrate(
                journal,
                target,
                configuration.environment(),
                care.precautions(configuration),
                scripts.addTo(options.settings(configuration), configuration),
                listener);
    }

    private void print(PendingText pending) {
        Output output = call.output();
        output.document(pending.json());
        for (PendingText.Piece piece : pending.all()) {
            output.line(output.ink().bold("-- " + piece.file()));
            output.line(piece.sql());
        }
        if (pending.all().isEmpty()) {
            output.note("-- nothing would run");
        }
    }
}
