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
        return valueText(head().length());
    }

    /** The value with the space or line break before it, behind so many columns of code. */
    String valueText(int columns) {
        if (fits(columns + 1)) {
            return " " + value;
        }
        return fits(CONTINUED.length()) ? "\n" + CONTINUED + value : " " + brokenAtCalls(columns + 1);
    }

    private boolean fits(int column) {
        String text = value.toString();
        List<Chain.Link> links = value.links();
        boolean block = text.contains("\n");
        int lastCall = column + text.length() - links.getLast().toString().length() - 1;
        boolean isShort = links.size() == 1 || block || lastCall <= LAST_CALL;
        int lastLine = text.length() - text.lastIndexOf('\n') - 1;
        return isShort && column + text.indent(0).indexOf('\n') + 1 <= LINE && (!block || lastLine + 1 <= LINE);
    }

    private String brokenAtCalls(int column) {
        List<Chain.Link> links = value.links();
        if (links.size() == 1) {
            return brokenAtArguments(links.getFirst(), column, CONTINUED);
        }
        boolean joined = links.getFirst().toString().length() <= SHORT_CALL;
        String first =
                joined ? links.get(0) + "." + links.get(1) : links.getFirst().toString();
        return Stream.concat(
                        Stream.of(first),
                        links.stream()
                                .skip(joined ? 2 : 1)
                                .map(link ->
                                        brokenAtArguments(link, CONTINUED.length() + 1, CONTINUED + " ".repeat(8))))
                .collect(Collectors.joining("\n" + CONTINUED + "."));
    }

    /** A call whose arguments begin in a line of their own when it is longer than a line. */
    private static String brokenAtArguments(Chain.Link link, int column, String indent) {
        String text = link.toString();
        if (link.arguments().isEmpty() || text.contains("\n") || column + text.length() + 1 <= LINE) {
            return text;
        }
        String together = String.join(", ", link.arguments());
        boolean fits = indent.length() + together.length() + link.tail().length() + 1 <= LINE;
        return link.head() + "\n" + indent
                + (fits ? together : String.join(",\n" + indent, link.arguments()))
                + link.tail();
    }
}
