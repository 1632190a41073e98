package dev.decant.cli;

import dev.decant.config.Flags;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every verb knows, before or after its name. */
final class CommonOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The configuration, in place of the nearest decant.toml.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--env",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "The database of [environment.NAME].")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--url", paramLabel = "URL", scope = ScopeType.INHERIT, description = "The database.")
    private Optional<String> url = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "Who enters it.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print one JSON document; long work prints events, one a line.")
    private boolean json;

    @Option(
            names = {"-y", "--yes"},
            scope = ScopeType.INHERIT,
            description = "Ask nothing; go on where one could go back.")
    private boolean yes;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print only what was asked for and what went wrong.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Print more, and stack traces of errors in Decant itself.")
    private boolean verbose;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colors; the same as the variable NO_COLOR.")
    private boolean plain;

    /** What of this the configuration is made of. */
    Flags flags() {
        Flags flags = Flags.none();
        flags = config.map(flags::withConfig).orElse(flags);
        flags = environment.map(flags::withEnvironment).orElse(flags);
        flags = url.map(flags::withUrl).orElse(flags);
        return user.map(flags::withUser).orElse(flags);
    }

    /** Whether a program reads what is printed. */
    boolean json() {
        return json;
    }

    /** From now on a program reads. */
    void speakJson() {
        json = true;
    }

    /** Whether nothing is asked. */
    boolean yes() {
        return yes;
    }

    /** Whether little is printed. */
    boolean quiet() {
        return quiet;
    }

    /** Whether much is printed. */
    boolean verbose() {
        return verbose;
    }

    /** Whether nothing is coloured. */
    boolean plain() {
        return plain;
    }
}
