package dev.decant.emit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A public final field with what it is made of.
 *
 * @param type its type as the file names it
 * @param name its name
 * @param value the calls that make its value
 */
record Member(String type, String name, Chain value) {
    private static final int LINE = 120;
    /** A chain stays in one line as long as its last call begins no later than here, as palantir-java-format has it. */
    private static final int LAST_CALL = 80;
    /** Behind so short a first call the next one stays, when each of the others has a line of its own. */
    private static final int SHORT_CALL = 8;

    private static final String INDENT = " ".repeat(4);
    private static final String CONTINUED = " ".repeat(12);

    /** The declaration as lines of a class. */
    String text() {
        return head() + valueText() + ";\n";
    }

    private String head() {
        return INDENT + "public final " + type + " " + name + " =";
    }

    /** The value with the space or line break before it. */
    String valueText() {
        return value(head().length() + 1);
    }

    /** The value with the space or line break before it, in code that has so many columns already. */
    private String value(int column) {
        if (fits(column)) {
            return " " + value;
        }
        return fits(CONTINUED.length()) ? "\n" + CONTINUED + value : " " + brokenAtCalls();
    }

    private boolean fits(int column) {
        String line = value.toString();
        List<String> calls = value.calls();
        int lastCall = column + line.length() - calls.getLast().length() - 1;
        boolean isShort = calls.size() == 1 || line.contains("\n") || lastCall <= LAST_CALL;
        return isShort && column + line.indent(0).indexOf('\n') + 1 <= LINE;
    }

    private String brokenAtCalls() {
        List<String> calls = value.calls();
        boolean joined = calls.size() > 1 && calls.getFirst().length() <= SHORT_CALL;
        String first = joined ? calls.get(0) + "." + calls.get(1) : calls.getFirst();
        return Stream.concat(Stream.of(first), calls.stream().skip(joined ? 2 : 1))
                .collect(Collectors.joining("\n" + CONTINUED + "."));
    }
}
