package dev.decant.emit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text as a literal of Java. */
final class JavaText {
    /** The class file format keeps 65535 bytes of a constant: section 4.4.7 of the Java Virtual Machine Specification. */
    private static final int CONSTANT_BYTES = 60_000;

    private static final String INDENT = " ".repeat(12);

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

    private static String block(String text) {
        StringBuilder block = new StringBuilder("\"\"\"\n");
        List<String> lines = List.of(text.split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            String line = blockLine(lines.get(i), last);
            block.append(line.isEmpty() && !last ? "" : INDENT).append(line).append(last ? "" : "\n");
        }
        return block.append("\"\"\"").toString();
    }

    private static String blockLine(String line, boolean last) {
        String escaped = line.chars()
                .mapToObj(letter -> letter == '\t' ? "\\t" : letter == '"' ? "\"" : escaped((char) letter))
                .collect(Collectors.joining());
        String safe = escaped.replace("\"\"\"", "\"\"\\\"");
        if (last && safe.endsWith("\"")) {
            return safe.substring(0, safe.length() - 1) + "\\\"";
        }
        return !last && safe.endsWith(" ") ? safe.substring(0, safe.length() - 1) + "\\s" : safe;
    }
}
