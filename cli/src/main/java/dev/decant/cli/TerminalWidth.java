package dev.decant.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many letters a line of the terminal has. */
final class TerminalWidth {
    private static final int USUAL = 80;
    private static final int LEAST = 20;
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)");
    private static final File TERMINAL = new File("/dev/tty");

    private TerminalWidth() {}

    /** What the variable {@code COLUMNS} says, which shells do not hand on unasked, else what the terminal says, else 80. */
    static int of(Map<String, String> variables) {
        int told = Optional.ofNullable(variables.get("COLUMNS"))
                .filter(columns -> columns.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElseGet(TerminalWidth::asked);
        return told == 0 ? USUAL : Math.max(LEAST, told);
    }

    private static int asked() {
        if (!TERMINAL.exists()) {
            return USUAL;
        }
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(TERMINAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            Matcher size = SIZE.matcher(said);
            return process.waitFor(1, TimeUnit.SECONDS) && size.matches() ? Integer.parseInt(size.group(1)) : USUAL;
        } catch (IOException notThere) {
            return USUAL;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }
}
