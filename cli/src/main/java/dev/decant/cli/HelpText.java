package dev.decant.cli;

import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lays out help: what a verb has of its own first, and then what every verb knows. */
final class HelpText {
    private HelpText() {}

    static void apply(CommandLine command) {
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> own(help) + common(help));
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, help -> "");
    }

    private static String own(Help help) {
        return isRoot(help) ? "" : section(help, "Options:", option -> !isCommon(option));
    }

    private static String common(Help help) {
        return section(help, "Options of every verb:", option -> isRoot(help) || isCommon(option));
    }

    private static boolean isRoot(Help help) {
        return help.commandSpec().parent() == null;
    }

    private static boolean isCommon(OptionSpec option) {
        return option.inherited() || option.usageHelp() || option.versionHelp();
    }

    private static String section(Help help, String heading, Predicate<OptionSpec> which) {
        List<OptionSpec> options = help.commandSpec().options().stream()
                .filter(option -> !option.hidden() && which.test(option))
                .toList();
        if (options.isEmpty()) {
            return "";
        }
        Help.Layout layout = help.createDefaultLayout();
        layout.addOptions(options, help.parameterLabelRenderer());
        return "%n%s%n%s".formatted(heading, layout);
    }
}
