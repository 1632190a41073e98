package dev.decant.sqlite;

import java.util.Set;

/** Puts tokens together with one space between them where SQL wants one. */
final class CanonicalText {
    private static final Set<String> SIGNS = Set.of("-", "+", "~");
    private static final Set<String> VALUES =
            Set.of("NULL", "END", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "ISNULL", "NOTNULL");

    private final StringBuilder text = new StringBuilder();
    private boolean glued = true;
    private boolean afterValue;
    private boolean afterFunction;

    /** A name, a number, a string. */
    void value(String value) {
        append(value, false, true);
    }

    void keyword(String word) {
        append(word, false, VALUES.contains(word));
    }

    /** The name of a function, or {@code CAST}. */
    void function(String name) {
        append(name, false, true);
        afterFunction = true;
    }

    /** An operator; a sign with no value before it belongs to what follows. */
    void operator(String sign) {
        append(sign, !afterValue && SIGNS.contains(sign), false);
    }

    void open() {
        glued |= afterFunction;
        append("(", true, false);
    }

    void close() {
        glued = true;
        append(")", false, true);
    }

    void comma() {
        glued = true;
        append(",", false, false);
    }

    void dot() {
        glued = true;
        append(".", true, false);
    }

    private void append(String piece, boolean gluesNext, boolean isValue) {
        if (!glued || text.toString().endsWith("-") && piece.startsWith("-")) {
            text.append(' ');
        }
        text.append(piece);
        glued = gluesNext;
        afterValue = isValue;
        afterFunction = false;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
