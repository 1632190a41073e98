package dev.decant.codec;

import java.util.List;
import java.util.Map;

/**
 * Writes JSON on one line, as long as there is room.
 *
 * @param text where it is written; after a failure there is a part of the value at its end
 * @param limit how long the text may become; without a limit, objects in lists are written too
 */
record JsonLine(StringBuilder text, int limit) {
    static final int NO_LIMIT = Integer.MAX_VALUE;

    private static final char[] HEXADECIMAL = "0123456789abcdef".toCharArray();

    /** Appends the value; says whether there was room. */
    boolean append(Json value) {
        return switch (value) {
            case Json.Fields fields -> appendFields(fields.values());
            case Json.Items items -> appendItems(items.values());
            case Json.Text one -> {
                quote(one.value(), text);
                yield hasRoom();
            }
            case Json.Whole one -> appendPlain(String.valueOf(one.value()));
            case Json.Flag one -> appendPlain(String.valueOf(one.value()));
            case Json.Decimal decimal -> appendPlain(decimal.literal());
            case Json.Null nothing -> appendPlain("null");
        };
    }

    private boolean hasRoom() {
        return text.length() <= limit;
    }

    private boolean appendPlain(String plain) {
        text.append(plain);
        return hasRoom();
    }

    private boolean appendFields(Map<String, Json> fields) {
        String separator = "{";
        for (Map.Entry<String, Json> field : fields.entrySet()) {
            text.append(separator);
            quote(field.getKey(), text);
            text.append(": ");
            if (!append(field.getValue())) {
                return false;
            }
            separator = ", ";
        }
        return appendPlain(fields.isEmpty() ? "{}" : "}");
    }

    private boolean appendItems(List<Json> items) {
        if (limit != NO_LIMIT && items.stream().anyMatch(Json.Fields.class::isInstance)) {
            return false;
        }
        String separator = "[";
        for (Json item : items) {
            text.append(separator);
            if (!append(item)) {
                return false;
            }
            separator = ", ";
        }
        return appendPlain(items.isEmpty() ? "[]" : "]");
    }

    static void quote(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char character = string.charAt(i);
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (character < ' ' || isLone(string, i)) {
                        escape(character, text);
                    } else {
                        text.append(character);
                    }
                }
            }
        }
        text.append('"');
    }

    private static void escape(char character, StringBuilder text) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEXADECIMAL[(character >> shift) & 15]);
        }
    }

    /** Whether it is one half of a surrogate pair without the other, which UTF-8 cannot carry. */
    private static boolean isLone(String string, int at) {
        char character = string.charAt(at);
        if (Character.isHighSurrogate(character)) {
            return at + 1 == string.length() || !Character.isLowSurrogate(string.charAt(at + 1));
        }
        return Character.isLowSurrogate(character) && (at == 0 || !Character.isHighSurrogate(string.charAt(at - 1)));
    }
}
