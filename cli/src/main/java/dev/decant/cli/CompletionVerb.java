package dev.decant.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code decant completion}: the shell learns the verbs and options. */
@Command(
        name = "completion",
        description = "Prints a script with which bash and zsh complete verbs and options.",
        footer = {"", "Examples:", "  source <(decant completion)"})
final class CompletionVerb implements Callable<Integer> {
    private final Call call;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        call.output().text(AutoComplete.bash("decant", spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
