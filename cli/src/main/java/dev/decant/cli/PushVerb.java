package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.database.Scope;
import dev.decant.diff.Questions;
import dev.decant.failure.Failure;
import dev.decant.workflow.Answers;
import dev.decant.workflow.DecisionNeededException;
import dev.decant.workflow.Proposal;
import dev.decant.workflow.Push;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decant push}: the database follows the code, without a migration. */
@Command(
        name = "push",
        description =
                "Makes the database what the code says, without a migration: for databases that one can do without.",
        footer = {"", "Examples:", "  decant push", "  decant push --dry-run", "  decant push --yes --env test"})
final class PushVerb implements Callable<Integer> {
    private final Call call;

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    @Option(
            names = "--accept-data-loss",
            paramLabel = "NAME",
            description = "Rows and values may be lost in the database of this name.")
    private Optional<String> approval = Optional.empty();

    @Mixin
    private final AnswerOptions answers = new AnswerOptions();

    @Mixin
    private final CareOptions care = new CareOptions();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Mixin
    private final SchemaOption schema = new SchemaOption();

    @Mixin
    private final DialectOption dialect = new DialectOption();

    PushVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Configuration configuration = call.configuration(flags -> filter.addTo(schema.addTo(dialect.addTo(flags))));
        Scope scope = Scope.of(configuration.filters());
        try (Push push = new Push(
                configuration,
                scope,
                care.precautions(configuration),
                options.settings(configuration),
                call.output()::progress)) {
            Proposal proposal = push.propose(answers());
            show(proposal);
            return proposal.isEmpty() || dryRun ? ExitCode.DONE : run(push, proposal, configuration);
        }
    }

    private Answers answers() {
        Questions person = call.canAsk()
                ? new TerminalQuestions(call.terminal(), call.output().errorInk())
                : Questions.NOBODY;
        return answers.answersOneWay(person);
    }

    private int run(Push push, Proposal proposal, Configuration configuration) {
        requireApproval(push, proposal);
        requireConfirmation(push);
        try (Interruption interruption = Interruption.of(push.target(), call)) {
            return Run.push(
                    call,
                    configuration,
                    listener -> push.run(proposal, options.settings(configuration), interruption.over(listener)));
        }
    }

    /** Whoever sits at the terminal may approve of what is lost. */
    private void requireApproval(Push push, Proposal proposal) {
        try {
            push.requireFit(proposal, approval);
        } catch (DecisionNeededException open) {
            if (!call.canAsk()) {
                throw open;
            }
            call.terminal().err().println(call.output().errorInk().red(open.what()));
            if (!call.terminal().ask("Lose it? Type yes: ").equals(Optional.of("yes"))) {
                throw open;
            }
        }
    }

    private void requireConfirmation(Push push) {
        if (call.options().yes()) {
            return;
        }
        boolean confirmed = call.canAsk()
                && call.terminal()
                        .ask("Push this into " + push.target().display() + "? [y/N] ")
                        .filter(answer -> answer.matches("(?i)y|yes"))
                        .isPresent();
        if (!confirmed) {
            throw new DecisionNeededException(
                    Failure.of("DCT-562", "nobody has confirmed the push; nothing was changed")
                            .at(push.target().display())
                            .next("push with --yes, or look at it with --dry-run"));
        }
    }

    private void show(Proposal proposal) {
        Output output = call.output();
        if (output.isJson()) {
            output.event(json(proposal));
            return;
        }
        new PlanText(output.ink(), output.isVerbose()).lines(proposal.plan()).forEach(output::line);
        proposal.data().losses().forEach(loss -> output.line(output.ink().red("! data loss: " + loss)));
        proposal.data().misfits().forEach(misfit -> output.line(output.ink().red("! would fail: " + misfit)));
        proposal.remarks().forEach(remark -> output.line(output.ink().yellow("? " + remark)));
        if (proposal.isEmpty()) {
            output.line("Nothing to do: the database is what the code says.");
        } else if (dryRun) {
            output.line("\n" + proposal.sql());
        }
    }

    private static Json.Fields json(Proposal proposal) {
        return Json.object()
                .put("plan", PlanJson.of(proposal.plan()))
                .putUnlessEmpty("losses", Json.texts(proposal.data().losses()))
                .putUnlessEmpty("misfits", Json.texts(proposal.data().misfits()))
                .putUnlessEmpty("remarks", Json.texts(proposal.remarks()))
                .build();
    }
}
