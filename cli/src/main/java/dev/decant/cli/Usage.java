package dev.decant.cli;

import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what may have been meant. */
final class Usage {
    private Usage() {}

    /** Prints the problem; the options were not all read, so whether a program reads is told from the words themselves. */
    static int report(ParameterException problem, Call call, String... arguments) {
        if (List.of(arguments).contains("--json")) {
            call.options().speakJson();
        }
        return new Failures(call).report(List.of(failure(problem)), ExitCode.USAGE);
    }

    private static Failure failure(ParameterException problem) {
        CommandLine verb = problem.getCommandLine();
        String where = verb.getCommandSpec().qualifiedName();
        String help = "see " + where + " --help";
        if (problem instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            return Failure.of("DCT-120", unknown(verb, word)).at(where).next(advice(verb, word, help));
        }
        String what = String.valueOf(problem.getMessage())
                .strip()
                .replaceAll("\\s+", " ")
                .replace("option option", "option");
        return Failure.of("DCT-120", what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1))
                .at(where)
                .next(help);
    }

    private static String unknown(CommandLine verb, String word) {
        if (word.startsWith("-")) {
            return "there is no option " + word;
        }
        return verb.getSubcommands().isEmpty()
                ? "\"" + word + "\" is one word too many"
                : "there is no verb \"" + word + "\"";
    }

    private static String advice(CommandLine verb, String word, String help) {
        boolean option = word.startsWith("-");
        List<String> known =
                option ? options(verb) : List.copyOf(verb.getSubcommands().keySet());
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        return Suggestions.nearest(name, known)
                .map(meant -> "did you mean " + meant + "? " + help)
                .orElse(help);
    }

    private static List<String> options(CommandLine verb) {
        return verb.getCommandSpec().options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .filter(name -> name.startsWith("--"))
                .toList();
    }
}
