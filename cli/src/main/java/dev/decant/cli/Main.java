package dev.decant.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code decant} command. */
@Command(
        name = "decant",
        description = "Schema-as-code database migrations for Java.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    static CommandLine command() {
        return new CommandLine(new Main());
    }

    /** Without a verb there is nothing to do but to say what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The version that this jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "decant "
                        + Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)")
            };
        }
    }
}
