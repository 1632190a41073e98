package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.database.Target;
import dev.decant.failure.Failure;
import dev.decant.run.RunListener;
import dev.decant.workflow.Project;
import dev.decant.workflow.Repair;
import dev.decant.workflow.Repair.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decant repair}: the history says what a person knows. */
@Command(
        name = "repair",
        description =
                "Sets right what the history says of a migration, without running anything; who did it and why is kept there.",
        footer = {
            "",
            "Examples:",
            "  decant repair 20261122161730_add_team_slug --accept-edit --reason \"typo in a default\"",
            "  decant repair 20261122161730_add_team_slug --mark-applied --reason \"made by hand on Sunday\""
        })
final class RepairVerb implements Callable<Integer> {
    private final Call call;

    @Parameters(
            paramLabel = "NAME",
            description =
                    "The migration: its id, the beginning of it, or its title; or a script, as in repeatable/views.")
    private String name = "";

    @Option(names = "--accept-edit", description = "What its files say now is what ran.")
    private boolean acceptEdit;

    @Option(names = "--mark-applied", description = "It counts as applied, without being run.")
    private boolean markApplied;

    @Option(names = "--mark-rolled-back", description = "It counts as not applied, without being taken back.")
    private boolean markRolledBack;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; asked for when it is not given.")
    private Optional<String> reason = Optional.empty();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final FolderOption folder = new FolderOption();

    RepairVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Decision decision = decision();
        String why = new Reason(call).of(reason);
        Configuration configuration = call.configuration(folder::addTo);
        Project project = new Project(configuration);
        try (Target target = project.target(call.output()::progress)) {
            Repair repair = new Repair(
                    project.journal(),
                    target,
                    scripts.addTo(options.settings(configuration), configuration),
                    RunListener.SILENT,
                    why);
            String id = repair.run(name, decision);
            call.output()
                    .document(Json.object()
                            .put("migration", id)
                            .put("repaired", words(decision))
                            .build());
            call.output().line(id + ": " + words(decision));
        }
        return ExitCode.DONE;
    }

    private Decision decision() {
        List<Decision> said = new ArrayList<>();
        if (acceptEdit) {
            said.add(Decision.ACCEPT_EDIT);
        }
        if (markApplied) {
            said.add(Decision.MARK_APPLIED);
        }
        if (markRolledBack) {
            said.add(Decision.MARK_ROLLED_BACK);
        }
        if (said.size() != 1) {
            throw new UsageException(
                    Failure.of("DCT-120", "repair does one thing at a time")
                            .next(
                                    "give one of --accept-edit, --mark-applied and --mark-rolled-back; decant status says which"));
        }
        return said.getFirst();
    }

    private static String words(Decision decision) {
        return switch (decision) {
            case ACCEPT_EDIT -> "what its files say now counts as what ran";
            case MARK_APPLIED -> "counts as applied";
            case MARK_ROLLED_BACK -> "counts as not applied";
        };
    }
}
