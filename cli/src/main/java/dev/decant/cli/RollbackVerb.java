package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.database.Target;
import dev.decant.failure.Failure;
import dev.decant.run.RunListener;
import dev.decant.run.RunResult;
import dev.decant.workflow.DecisionNeededException;
import dev.decant.workflow.Project;
import dev.decant.workflow.Rollback;
import dev.decant.workflow.RollbackScope;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decant rollback}: what ran last is taken back. */
@Command(
        name = "rollback",
        description = "Takes back what ran last in the database, with the down.sql that the history keeps.",
        footer = {
            "",
            "Examples:",
            "  decant rollback",
            "  decant rollback --steps 2 --dry-run",
            "  decant rollback --to 20261122161730_add_team_slug --accept-data-loss"
        })
final class RollbackVerb implements Callable<Integer> {
    private final Call call;

    @Option(names = "--steps", paramLabel = "N", description = "So many migrations; one without this option.")
    private Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "ID",
            description = "Everything that ran after this one: its id, the beginning of it, or its title.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--to-time",
            paramLabel = "TIME",
            description = "Everything that ran after this moment: 2026-11-22T16:00:00Z, or without Z in local time.")
    private Optional<String> toTime = Optional.empty();

    @Option(names = "--dry-run", description = "Print the SQL that would run, and run nothing.")
    private boolean dryRun;

    @Option(
            names = "--accept-data-loss",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "ENV",
            description = "Rows and values may be lost; where the environment is protected, with its name.")
    private Optional<String> approval = Optional.empty();

    @Mixin
    private final CareOptions care = new CareOptions();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final FolderOption folder = new FolderOption();

    RollbackVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        RollbackScope scope = scope();
        Configuration configuration = call.configuration(folder::addTo);
        Project project = new Project(configuration);
        try (Target target = project.target(call.output()::progress);
                Interruption interruption = Interruption.of(target, call)) {
            if (dryRun) {
                print(rollback(configuration, target, RunListener.SILENT).preview(scope));
                return ExitCode.DONE;
            }
            return Run.run(
                    call,
                    configuration,
                    listener -> run(rollback(configuration, target, interruption.over(listener)), scope),
                    "Nothing to take back in " + target.display() + ".");
        }
    }

    /** Takes back; whoever sits at the terminal may approve of what is lost. */
    private RunResult run(Rollback rollback, RollbackScope scope) {
        try {
            return rollback.run(scope, approval);
        } catch (DecisionNeededException open) {
            if (!call.canAsk() || !isApproved(open)) {
                throw open;
            }
            return rollback.run(scope, Optional.of(""));
        }
    }

    private boolean isApproved(DecisionNeededException open) {
        call.terminal().err().println(call.output().errorInk().red(open.what()));
        return call.terminal().ask("Go on? Type yes: ").equals(Optional.of("yes"));
    }

    private RollbackScope scope() {
        if (Stream.of(to, steps, toTime).filter(Optional::isPresent).count() > 1) {
            throw new UsageException(Failure.of("DCT-120", "--to, --to-time and --steps say more than one thing")
                    .next("give one of them"));
        }
        if (steps.filter(count -> count < 1).isPresent()) {
            throw new UsageException(
                    Failure.of("DCT-120", "--steps is less than 1").next("give how many to take back"));
        }
        return to.<RollbackScope>map(RollbackScope.To::new)
                .or(() -> toTime.map(text -> new RollbackScope.After(Moment.of(text))))
                .orElseGet(() -> new RollbackScope.Steps(steps.orElse(1)));
    }

    private Rollback rollback(Configuration configuration, Target target, RunListener listener) {
        return new Rollback(
                target,
                configuration.environment(),
                care.precautions(configuration),
                new Project(configuration).hooks(),
                scripts.addTo(options.settings(configuration), configuration),
                listener);
    }

    private void print(List<Rollback.Preview> previews) {
        Output output = call.output();
        output.document(Json.object()
                .put("taken back", Json.list(previews, RollbackVerb::json))
                .build());
        for (Rollback.Preview preview : previews) {
            output.line(output.ink().bold("-- " + preview.entry().id() + "/down.sql"));
            preview.losses().forEach(loss -> output.line(output.ink().red("-- ! data loss: " + loss)));
            output.line(preview.downSql());
        }
        if (previews.isEmpty()) {
            output.note("-- nothing would run");
        }
    }

    private static Json.Fields json(Rollback.Preview preview) {
        return Json.object()
                .put("id", preview.entry().id())
                .put("title", preview.entry().title())
                .put("sql", preview.downSql())
                .put("losses", Json.texts(preview.losses()))
                .build();
    }
}
