package dev.decant.emit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A public final field with what it is made of.
 *
 * @param type its type as the file names it
 * @param name its name
 * @param value the calls that make its value
 */
record Member(String type, String name, Chain value) {
    private static final int LINE = 120;
    /** A chain stays in one line as long as its last call begins before this column, as palantir-java-format has it. */
    private static final int LAST_CALL = 80;

    private static final String INDENT = " ".repeat(4);
    private static final String CONTINUED = " ".repeat(12);

    /** The declaration as lines of a class. */
    String text() {
        return INDENT + "public final " + type + " " + name + " =" + laidOut(head().length() + 2) + ";\n";
    }

    private String head() {
        return INDENT + "public final " + type + " " + name + " =";
    }

    /** The value with the space or line break before it, for code whose line has so many columns already. */
    private String laidOut(int column) {
        String line = value.toString();
        if (fits(column)) {
            return " " + line;
        }
        return fits(CONTINUED.length()) ? "\n" + CONTINUED + line : " " + brokenAtCalls();
    }

    private boolean fits(int column) {
        String line = value.toString();
        String first = line.lines().findFirst().orElse("");
        List<String> calls = value.calls();
        int lastCall = column + line.length() - calls.getLast().length() - 1;
        boolean isShort = calls.size() == 1 || line.contains("\n") || lastCall < LAST_CALL;
        return isShort && column + first.length() + 1 <= LINE;
    }

    private String brokenAtCalls() {
        return value.calls().stream().collect(Collectors.joining("\n" + CONTINUED + "."));
    }
}
