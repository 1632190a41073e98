package dev.decant.emit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A constant of an enum whose label the database calls otherwise now: it keeps its comments and what else it has, and says what its label
 * was called, so that migrations rename it too.
 *
 * @param code what new code of the file is written with
 * @param constant the constant
 * @param text how it stands in the file, from its first line
 */
record RenamedConstant(FileCode code, ParsedConstant constant, String text) {
    private static final String INDENT = "    ";
    private static final Pattern LABEL = annotation("Label");
    private static final Pattern FORMER = annotation("RenamedFrom");

    private static Pattern annotation(String name) {
        return Pattern.compile("@(?:[\\w.]+\\.)?" + name + "\\s*\\((?:[^()\"]|\"(?:[^\"\\\\]|\\\\.)*+\")*+\\)\\s*");
    }

    /** The constant with that label; its name follows unless it was another than the label before. */
    String under(String label, EnumCode names) {
        Matcher name = Pattern.compile("\\b" + Pattern.quote(constant.name()) + "\\b(?=\\s*(?:[({]|$|//|/\\*))")
                .matcher(text);
        int at = lastBeforeBody(name);
        if (at < 0) {
            return names.constant(label);
        }
        String lead = FORMER.matcher(LABEL.matcher(text.substring(0, at)).replaceAll(""))
                .replaceAll("");
        String former = "@" + code.dsl("RenamedFrom") + "(" + JavaText.literal(constant.label()) + ")\n";
        String rest = text.substring(at + constant.name().length());
        return (lead.isBlank() ? INDENT : lead) + former + names.constant(label) + rest;
    }

    /** Where the name of the constant stands: the comment before it may have the same word. */
    private int lastBeforeBody(Matcher name) {
        int from = Math.max(text.lastIndexOf("*/"), 0);
        return name.find(from) ? name.start() : -1;
    }
}
