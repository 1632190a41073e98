package dev.decant.cli;

import dev.decant.config.Surroundings;
import java.io.BufferedReader;
import java.io.Console;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a call reads and writes, and what is known about who is there.
 *
 * @param in what is typed; read only after a question
 * @param out what was asked for
 * @param err what went wrong, and questions
 * @param inputIsTyped whether a person types what is read
 * @param outputIsSeen whether a person sees what is written to {@code out} as it comes
 * @param errorsAreSeen the same of {@code err}
 * @param surroundings variables and working directory
 */
record Terminal(
        BufferedReader in,
        PrintWriter out,
        PrintWriter err,
        boolean inputIsTyped,
        boolean outputIsSeen,
        boolean errorsAreSeen,
        Surroundings surroundings) {
    /** Which of in, out and err are terminals; the launcher knows, as a shell does. */
    private static final String PROPERTY = "decant.terminal";

    /** The terminal of this process. */
    static Terminal ofProcess() {
        List<String> terminals = terminals();
        return new Terminal(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                terminals.contains("in"),
                terminals.contains("out"),
                terminals.contains("err"),
                new Surroundings(System.getenv(), Path.of("")));
    }

    /** Writes through a buffer that whoever prints a whole line or document empties; a closed pipe is not an error. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    private static List<String> terminals() {
        String told = System.getProperty(PROPERTY);
        if (told != null) {
            return Arrays.asList(told.split(",", -1));
        }
        boolean all = Optional.ofNullable(System.console())
                .filter(Terminal::isTerminal)
                .isPresent();
        return all ? List.of("in", "out", "err") : List.of();
    }

    /** Since JDK 22 there is a console without a terminal too, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    /** Whether somebody is there who reads questions and answers them. */
    boolean canAsk() {
        return inputIsTyped && errorsAreSeen;
    }

    /** Prints a question and reads the answer; nothing when the input has ended. */
    Optional<String> ask(String question) {
        err.print(question);
        err.flush();
        try {
            return Optional.ofNullable(in.readLine()).map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text in which files of the working directory are named as one types them there. */
    String shown(String text) {
        String folder = surroundings.workingDirectory().toString();
        return text.replace(folder.endsWith(File.separator) ? folder : folder + File.separator, "");
    }

    /** Empties the buffers. */
    void flush() {
        out.flush();
        err.flush();
    }
}
