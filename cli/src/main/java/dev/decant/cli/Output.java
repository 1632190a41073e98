package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.codec.JsonWriter;

/** Prints for people or for programs, as the options say. */
final class Output {
    private final Terminal terminal;
    private final CommonOptions options;

    Output(Terminal terminal, CommonOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    /** Whether a program reads. */
    boolean isJson() {
        return options.json();
    }

    /** Whether a person wants to know everything. */
    boolean isVerbose() {
        return options.verbose() && !options.json();
    }

    /** Whether a person watches what is printed, so that a line may be written over. */
    boolean isWatched() {
        return terminal.outputIsSeen() && !options.json() && !options.quiet();
    }

    /** The colours of what is asked for. */
    Ink ink() {
        return new Ink(terminal.outputIsSeen() && isColourful());
    }

    /** The colours of what goes wrong. */
    Ink errorInk() {
        return new Ink(terminal.errorsAreSeen() && isColourful());
    }

    private boolean isColourful() {
        String none = terminal.surroundings().variables().getOrDefault("NO_COLOR", "");
        String kind = terminal.surroundings().variables().getOrDefault("TERM", "");
        return !options.plain() && none.isEmpty() && !kind.equals("dumb");
    }

    /** What was asked for, for people; programs get a document in its place. */
    void line(String text) {
        if (!options.json()) {
            terminal.out().println(text);
        }
    }

    /** What is good to know, for people, at once: it may be long before there is more. */
    void note(String text) {
        if (!options.quiet()) {
            line(text);
            terminal.out().flush();
        }
    }

    /** What takes a moment right now, for people. */
    void progress(String text) {
        if (!options.quiet() && !options.json()) {
            complain(errorInk().faint(text));
        }
    }

    /** Text of its own format, such as SQL, whoever reads it; ends as it ends. */
    void text(String text) {
        terminal.out().print(text);
        terminal.out().flush();
    }

    /** How many letters a line has. */
    int width() {
        return TerminalWidth.of(terminal.surroundings().variables());
    }

    /** Writes on the line on which the cursor is, in place of what is there; the terminal cuts off what is too long for it. */
    void overwrite(String text) {
        terminal.out().print("\r\u001b[K" + (text.isEmpty() ? "" : "\u001b[?7l" + text + "\u001b[?7h"));
        terminal.out().flush();
    }

    /** The one document of a call, for programs. */
    void document(Json document) {
        if (options.json()) {
            terminal.out().print(JsonWriter.write(document));
            terminal.out().flush();
        }
    }

    /** One event of long work, for programs: a line. */
    void event(Json event) {
        if (options.json()) {
            terminal.out().println(JsonWriter.line(event));
            terminal.out().flush();
        }
    }

    /** What went wrong, for people. */
    void error(String text) {
        complain(text);
    }

    /** What was printed before comes first, also where both go into one file. */
    private void complain(String text) {
        terminal.out().flush();
        terminal.err().println(text);
        terminal.err().flush();
    }
}
