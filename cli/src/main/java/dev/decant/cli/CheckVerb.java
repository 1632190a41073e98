package dev.decant.cli;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.database.Target;
import dev.decant.failure.Counted;
import dev.decant.journal.Journal;
import dev.decant.journal.JournalFinding;
import dev.decant.workflow.BeforeChecks;
import dev.decant.workflow.BeforeChecks.Result;
import dev.decant.workflow.Check;
import dev.decant.workflow.Project;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decant check}: whether the migrations are in order. */
@Command(
        name = "check",
        description =
                "Checks that the migrations fit each other, and names those that were edited by hand. Opens no database, unless it is asked for --before.",
        footer = {"", "Examples:", "  decant check", "  decant check --json", "  decant check --before --env production"
        })
final class CheckVerb implements Callable<Integer> {
    private final Call call;

    @Option(
            names = "--before",
            description =
                    "Ask the database whether its rows fit what has not run there: what before.sql asks, and what up.sql needs. Changes nothing.")
    private boolean before;

    @Mixin
    private final DialectOption dialect = new DialectOption();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final FolderOption folder = new FolderOption();

    CheckVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Configuration configuration = call.configuration(flags -> folder.addTo(dialect.addTo(flags)));
        Project project = new Project(configuration);
        Journal journal = project.existingJournal();
        List<JournalFinding> findings = new Check(journal).run();
        Optional<Result> rows = before ? Optional.of(ask(project, journal, configuration)) : Optional.empty();
        print(
                journal.migrations().size(),
                findings,
                rows,
                new Preflights(call, new StatementText(configuration.printPolicy())));
        boolean fine =
                findings.isEmpty() && rows.filter(result -> !result.isFine()).isEmpty();
        return fine ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private Result ask(Project project, Journal journal, Configuration configuration) {
        try (Target target = project.target(call.output()::progress)) {
            return new BeforeChecks(journal, target, scripts.addTo(Run.settings(), configuration)).run();
        }
    }

    private void print(int migrations, List<JournalFinding> findings, Optional<Result> rows, Preflights preflights) {
        Output output = call.output();
        Findings.print(findings, call);
        if (findings.isEmpty()) {
            output.note("In order: " + Counted.of(migrations, "migration") + ".");
        }
        rows.ifPresent(preflights::print);
        FieldsBuilder document = Json.object().put("migrations", migrations).put("findings", Findings.json(findings));
        rows.ifPresent(result -> document.put("before", preflights.json(result)));
        output.document(document.build());
    }
}
