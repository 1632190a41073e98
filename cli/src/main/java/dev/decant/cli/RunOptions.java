package dev.decant.cli;

import dev.decant.config.Configuration;
import dev.decant.failure.Failure;
import dev.decant.journal.TimeLimits;
import dev.decant.run.Limits;
import dev.decant.run.RunSettings;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How long a verb that runs something waits for others, and what it makes of what was interrupted. */
final class RunOptions {
    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description = "Wait so long for another runner, and for whoever holds locks: 30s, 10min, 1h.")
    private Optional<String> wait = Optional.empty();

    @Option(names = "--no-wait", description = "Fail at once when others are in the way.")
    private boolean noWait;

    @Option(
            names = "--interrupted",
            paramLabel = "done|again",
            description = "What became of the statement in which an earlier run was interrupted, if nobody can tell.")
    private Optional<String> interrupted = Optional.empty();

    /** The settings of the configuration with what was said here. */
    RunSettings settings(Configuration configuration) {
        RunSettings settings = configured(configuration);
        if (wait.isPresent() && noWait) {
            throw new UsageException(
                    Failure.of("DCT-120", "--wait and --no-wait say two things").next("give one of them"));
        }
        Optional<Duration> patience = noWait ? Optional.of(Duration.ZERO) : wait.map(RunOptions::time);
        return settings.withLockTimeout(patience.orElse(settings.lockTimeout()))
                .withLimits(settings.limits()
                        .withBudget(patience.orElse(settings.limits().budget())))
                .withInterrupted(interrupted.map(RunOptions::decision).orElse(settings.interrupted()));
    }

    private static RunSettings configured(Configuration configuration) {
        RunSettings settings = Run.settings();
        Limits usual = settings.limits();
        Limits limits = new Limits(
                configuration.lockTimeout().orElse(usual.lock()),
                configuration.statementTimeout().orElse(usual.statement()),
                configuration.lockBudget().orElse(usual.budget()));
        return settings.withLimits(limits)
                .withKeepDropped(configuration.keepDropped().orElse(settings.keepDropped()));
    }

    /** A length of time as people write it. */
    static Duration time(String text) {
        return TimeLimits.duration(text)
                .orElseThrow(() -> new UsageException(Failure.of("DCT-120", "\"" + text + "\" is not a length of time")
                        .next("write one such as 500ms, 30s, 10min or 1h")));
    }

    private static RunSettings.Interrupted decision(String text) {
        return switch (text) {
            case "done" -> RunSettings.Interrupted.TAKE_AS_DONE;
            case "again" -> RunSettings.Interrupted.RUN_AGAIN;
            default ->
                throw new UsageException(Failure.of("DCT-120", "--interrupted is done or again, not \"" + text + "\"")
                        .next("look at what the statement does, and give one of them"));
        };
    }
}
