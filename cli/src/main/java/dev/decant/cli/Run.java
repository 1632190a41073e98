package dev.decant.cli;

import dev.decant.config.Configuration;
import dev.decant.run.RunListener;
import dev.decant.run.RunResult;
import dev.decant.run.RunSettings;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Runs migrations and tells of it, for people or for programs. */
final class Run {
    private Run() {}

    /** How this program works on a database. */
    static RunSettings settings() {
        return RunSettings.USUAL.withToolVersion(Main.Version.number());
    }

    /** Runs a push and tells. */
    static int push(Call call, Configuration configuration, Function<RunListener, RunResult> work) {
        Output output = call.output();
        return run(
                output,
                configuration,
                work,
                (result, lines) -> output.line(output.ink().green("Pushed") + " in " + Spans.of(result.duration())));
    }

    /**
     * Runs and tells.
     *
     * @param work what runs, given who listens
     * @param nothing what people read when there was nothing to do
     */
    static int run(Call call, Configuration configuration, Function<RunListener, RunResult> work, String nothing) {
        Output output = call.output();
        return run(output, configuration, work, (result, lines) -> {
            if (result.isEmpty()) {
                output.line(nothing);
            } else {
                lines.sum(result);
            }
        });
    }

    private static int run(
            Output output,
            Configuration configuration,
            Function<RunListener, RunResult> work,
            BiConsumer<RunResult, RunLines> end) {
        StatementText text = new StatementText(configuration.printPolicy());
        if (output.isJson()) {
            output.event(RunJson.result(work.apply(new RunJson(output, text))));
            return ExitCode.DONE;
        }
        try (RunLines lines = new RunLines(output, text)) {
            end.accept(work.apply(lines), lines);
        }
        return ExitCode.DONE;
    }
}
