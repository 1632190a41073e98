package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.journal.Journal;
import dev.decant.journal.JournalFinding;
import dev.decant.workflow.Check;
import dev.decant.workflow.Project;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code decant check}: whether the migrations are in order. */
@Command(
        name = "check",
        description =
                "Checks that the migrations fit each other, and names those that were edited by hand. Opens no database.",
        footer = {"", "Examples:", "  decant check", "  decant check --json"})
final class CheckVerb implements Callable<Integer> {
    private final Call call;

    @Mixin
    private final DialectOption dialect = new DialectOption();

    @Mixin
    private final FolderOption folder = new FolderOption();

    CheckVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Project project = new Project(call.configuration(flags -> folder.addTo(dialect.addTo(flags))));
        Journal journal = project.existingJournal();
        List<JournalFinding> findings = new Check(journal).run();
        print(journal.migrations().size(), findings);
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private void print(int migrations, List<JournalFinding> findings) {
        Output output = call.output();
        Findings.print(findings, call);
        if (findings.isEmpty()) {
            output.note("In order: " + Counts.of(migrations, "migration") + ".");
        }
        output.document(Json.object()
                .put("migrations", migrations)
                .put("findings", Findings.json(findings))
                .build());
    }
}
