package dev.decant.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A qualified name, the only way that one thing of a schema points at another.
 *
 * <p>The names are what the database stores: unquoted, in their real case. {@link #toString()} is a notation for people and files, {@code
 * schema.local}, in which a part is put in double quotes only when it holds something else than letters, digits, {@code _} and {@code $};
 * {@link #parse(String)} reads it back. It is not SQL: quoting for a database is the dialect's.
 *
 * @param schema the namespace; empty for what lives in none (a built-in type, an extension, a namespace itself)
 * @param local the name inside the namespace, never empty
 */
public record ObjectName(String schema, String local) implements Comparable<ObjectName> {
    private static final Comparator<ObjectName> ORDER =
            Comparator.comparing(ObjectName::schema).thenComparing(ObjectName::local);
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    /** Refuses an empty name. */
    public ObjectName {
        if (local.isEmpty()) {
            throw new IllegalArgumentException("a name cannot be empty");
        }
    }

    /** Names what lives in no namespace. */
    public static ObjectName of(String local) {
        return new ObjectName("", local);
    }

    /** Names an object in a namespace. */
    public static ObjectName of(String schema, String local) {
        return new ObjectName(schema, local);
    }

    /**
     * Reads the notation of {@link #toString()}.
     *
     * @throws IllegalArgumentException when the text is not one or two names joined by a dot
     */
    public static ObjectName parse(String text) {
        List<String> parts = parts(text);
        return switch (parts.size()) {
            case 1 -> of(parts.getFirst());
            case 2 -> of(parts.getFirst(), parts.getLast());
            default -> throw new IllegalArgumentException("not a name: " + text);
        };
    }

    /**
     * The names in a text that joins any number of them by dots, in the notation of {@link #toString()}.
     *
     * @throws IllegalArgumentException when a quote is not closed or a name is empty
     */
    public static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (true) {
            int end = endOfPart(text, start);
            parts.add(unquote(text.substring(start, end)));
            if (end == text.length()) {
                return List.copyOf(parts);
            }
            if (text.charAt(end) != '.') {
                throw new IllegalArgumentException("not a name: " + text);
            }
            start = end + 1;
        }
    }

    /** The same local name in another namespace. */
    public ObjectName inSchema(String other) {
        return new ObjectName(other, local);
    }

    /** Another local name in the same namespace. */
    public ObjectName withLocal(String other) {
        return new ObjectName(schema, other);
    }

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return schema.isEmpty() ? quote(local) : quote(schema) + "." + quote(local);
    }

    private static String quote(String part) {
        return isUsual(part) || PLAIN.matcher(part).matches() ? part : "\"" + part.replace("\"", "\"\"") + "\"";
    }

    /** Whether it is made of small English letters, digits and the low line, which is quicker to tell than whether it is plain. */
    private static boolean isUsual(String part) {
        for (int i = 0; i < part.length(); i++) {
            char sign = part.charAt(i);
            boolean letter = sign >= 'a' && sign <= 'z' || sign == '_';
            if (!letter && (i == 0 || sign < '0' || sign > '9')) {
                return false;
            }
        }
        return !part.isEmpty();
    }

    private static String unquote(String part) {
        return part.startsWith("\"") ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }

    private static int endOfPart(String text, int start) {
        if (start < text.length() && text.charAt(start) == '"') {
            int close = text.indexOf('"', start + 1);
            while (close >= 0 && close + 1 < text.length() && text.charAt(close + 1) == '"') {
                close = text.indexOf('"', close + 2);
            }
            if (close < 0) {
                throw new IllegalArgumentException("unclosed quote in the name " + text);
            }
            return close + 1;
        }
        int dot = text.indexOf('.', start);
        return dot < 0 ? text.length() : dot;
    }
}
