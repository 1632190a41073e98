package dev.decant.emit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as a literal of Java. */
final class JavaText {
    /** The class file format keeps 65535 bytes of a constant: section 4.4.7 of the Java Virtual Machine Specification. */
    private static final int CONSTANT_BYTES = 60_000;

    private static final Pattern NUMBER_OR_TRUTH = Pattern.compile("0|-?[1-9][0-9]{0,8}|true|false");
    private static final String INDENT = " ".repeat(12);
    private static final String QUOTES = "\"\"\"";

    private JavaText() {}

    /** An expression whose value is the text: a literal, unless no literal can be so long. */
    static String of(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= CONSTANT_BYTES) {
            return literal(text);
        }
        return pieces(text).stream().map(JavaText::quoted).collect(Collectors.joining(", ", "String.join(\"\", ", ")"));
    }

    /** A literal: in one line, or as a block when the text has several. */
    static String literal(String text) {
        boolean block = text.strip().contains("\n") && text.chars().noneMatch(JavaText::isOdd);
        return block ? block(text) : quoted(text);
    }

    /** The value of a parameter: a number, true or false as they are, everything else as text. */
    static String value(String text) {
        return NUMBER_OR_TRUTH.matcher(text).matches() ? text : quoted(text);
    }

    private static boolean isOdd(int character) {
        return character != '\n' && character != '\t' && Character.isISOControl(character);
    }

    private static List<String> pieces(String text) {
        int length = CONSTANT_BYTES / 4;
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + length);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    /** A literal in one line. */
    static String quoted(String text) {
        return text.chars().mapToObj(letter -> escaped((char) letter)).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(char letter) {
        return switch (letter) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> isUnseen(letter) ? "\\u%04x".formatted((int) letter) : String.valueOf(letter);
        };
    }

    private static boolean isUnseen(char letter) {
        int type = Character.getType(letter);
        return Character.isISOControl(letter)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE;
    }

    /** The lines behind the indentation of the code around, which Java takes away again: section 3.10.6 of the language's specification. */
    private static String block(String text) {
        List<String> lines = text.lines().toList();
        boolean ended = text.endsWith("\n");
        boolean indented = lines.stream().allMatch(line -> line.isBlank() || Character.isWhitespace(line.charAt(0)));
        String body = lines.stream()
                .map(JavaText::blockLine)
                .map(line -> line.isEmpty() ? "" : INDENT + line)
                .collect(Collectors.joining("\n"));
        if (ended) {
            return QUOTES + "\n" + body + "\n" + INDENT + QUOTES;
        }
        // A quote that ends the text would be one with those that end the block.
        boolean apart = indented || body.endsWith("\"");
        return QUOTES + "\n" + body + (apart ? "\\\n" + INDENT : "") + QUOTES;
    }

    private static String blockLine(String line) {
        String escaped = line.chars()
                .mapToObj(letter ->
                        letter == '"' || letter == '\t' ? String.valueOf((char) letter) : escaped((char) letter))
                .collect(Collectors.joining())
                .replace(QUOTES, "\"\"\\\"");
        String kept = escaped.isEmpty() ? "" : escaped.substring(0, escaped.length() - 1);
        return escaped.endsWith(" ") ? kept + "\\s" : escaped.endsWith("\t") ? kept + "\\t" : escaped;
    }
}
