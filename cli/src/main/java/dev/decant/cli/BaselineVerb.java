package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.database.Target;
import dev.decant.failure.Counted;
import dev.decant.journal.Journal;
import dev.decant.run.RunListener;
import dev.decant.workflow.Baseline;
import dev.decant.workflow.Project;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decant baseline}: a database that was there before Decant begins to follow the migrations. */
@Command(
        name = "baseline",
        description =
                "Takes migrations for applied without running them, in a database that has what they make already.",
        footer = {"", "Examples:", "  decant baseline", "  decant baseline 20261122161730_add_team_slug"})
final class BaselineVerb implements Callable<Integer> {
    private final Call call;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The last one: its id, the beginning of it, or its title; all when it is not given.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--unseen", description = "Do it even if tables or columns of theirs are not there.")
    private boolean unseen;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever reads the history later.")
    private Optional<String> reason = Optional.empty();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final FolderOption folder = new FolderOption();

    BaselineVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Configuration configuration = call.configuration(folder::addTo);
        Project project = new Project(configuration);
        try (Target target = project.target(call.output()::progress)) {
            Journal journal = project.existingJournal();
            Baseline baseline =
                    new Baseline(journal, target, scripts.addTo(Run.settings(), configuration), RunListener.SILENT);
            List<String> marked = baseline.run(to, unseen, reason.orElse("it was there before"));
            print(marked, target.display());
            tellOfUnseen(journal, marked);
        }
        return ExitCode.DONE;
    }

    private void print(List<String> marked, String database) {
        call.output().document(Json.object().put("applied", Json.texts(marked)).build());
        marked.forEach(id -> call.output().line("= " + id));
        call.output().note(Counted.of(marked.size(), "migration") + " taken for applied in " + database);
    }

    /** SQL that somebody wrote tells nothing that could be looked for. */
    private void tellOfUnseen(Journal journal, List<String> marked) {
        marked.stream()
                .flatMap(id -> journal.find(id).stream())
                .filter(migration -> migration.changes().isEmpty())
                .forEach(migration -> call.output()
                        .note("Nobody looked whether what " + migration.id()
                                + " does is there: its SQL was written by hand."));
    }
}
