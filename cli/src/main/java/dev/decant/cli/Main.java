package dev.decant.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code decant} command. */
@Command(
        name = "decant",
        description = "Schema-as-code database migrations for Java.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {"", "See decant VERB --help for the options, examples and exit codes of a verb."},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpWidth = 110,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or nothing to do",
            "1:failed",
            "2:the command line makes no sense",
            "3:done, and there are differences or findings",
            "4:a decision is needed; the message says which option takes it"
        },
        scope = ScopeType.INHERIT,
        versionProvider = Main.Version.class)
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess();
        // What a class of the schema prints while it is evaluated is no part of what was asked for.
        System.setOut(System.err);
        int code = run(terminal, arguments);
        terminal.flush();
        System.exit(code);
    }

    /** Runs one command at a terminal; returns its exit code. */
    static int run(Terminal terminal, String... arguments) {
        Call call = Call.at(terminal);
        CommandLine command = command(call, arguments);
        int code = run(call, command, arguments);
        terminal.flush();
        call.report().end(code);
        return code;
    }

    private static int run(Call call, CommandLine command, String... arguments) {
        try {
            return command.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError broken) {
            return new Failures(call).report(broken);
        }
    }

    /** The command with those of its verbs that the arguments may mean. */
    static CommandLine command(Call call, String... arguments) {
        CommandLine command = new CommandLine(new Main());
        command.addMixin("options of every verb", call.options());
        Verbs.of(call, arguments).forEach((name, verb) -> command.addSubcommand(name, verb.get()));
        command.setOut(call.terminal().out());
        command.setErr(call.terminal().err());
        command.setExecutionExceptionHandler((thrown, verb, parsed) -> new Failures(call).report(thrown));
        command.setParameterExceptionHandler((problem, all) -> Usage.report(problem, call, arguments));
        command.setColorScheme(
                CommandLine.Help.defaultColorScheme(call.output().ink().colours() ? Ansi.ON : Ansi.OFF));
        HelpText.apply(command);
        command.getSubcommands().values().forEach(HelpText::apply);
        return command;
    }

    /** Without a verb there is nothing to do but to say what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }

    /** The version that this jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"decant " + number()};
        }

        /** The version alone. */
        static String number() {
            return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                    .orElse("(not packaged)");
        }
    }
}
