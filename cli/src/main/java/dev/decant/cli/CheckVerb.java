package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.database.Target;
import dev.decant.journal.Journal;
import dev.decant.journal.JournalFinding;
import dev.decant.run.Preflight.Answer;
import dev.decant.workflow.BeforeChecks;
import dev.decant.workflow.Check;
import dev.decant.workflow.Project;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decant check}: whether the migrations are in order. */
@Command(
        name = "check",
        description =
                "Checks that the migrations fit each other, and names those that were edited by hand. Opens no database, unless it is asked for --before.",
        footer = {"", "Examples:", "  decant check", "  decant check --json", "  decant check --before --env production"})
final class CheckVerb implements Callable<Integer> {
    private final Call call;

    @Option(
            names = "--before",
            description = "Ask the database what before.sql of each migration asks that has not run there; changes nothing.")
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
        Preflights preflights = new Preflights(call, new StatementText(configuration.printPolicy()));
        List<Answer> answers = before ? ask(project, journal, configuration) : List.of();
        print(journal.migrations().size(), findings, preflights.json(answers));
        if (before) {
            preflights.print(answers);
        }
        return findings.isEmpty() && Preflights.allHold(answers) ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private List<Answer> ask(Project project, Journal journal, Configuration configuration) {
        try (Target target = project.target(call.output()::progress)) {
            return new BeforeChecks(journal, target, scripts.addTo(Run.settings(), configuration)).run();
        }
    }

    private void print(int migrations, List<JournalFinding> findings, Json.Items answers) {
        Output output = call.output();
        Findings.print(findings, call);
        if (findings.isEmpty()) {
            output.note("In order: " + Counts.of(migrations, "migration") + ".");
        }
        output.document(Json.object()
                .put("migrations", migrations)
                .put("findings", Findings.json(findings))
                .putUnlessEmpty("before", answers)
                .build());
    }
}
