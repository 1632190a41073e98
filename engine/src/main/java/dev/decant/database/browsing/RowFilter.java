package dev.decant.database.browsing;

import java.util.List;

/**
 * What must hold of a column for a row to be shown.
 *
 * @param column the name
 * @param operator what must hold
 * @param values what it is compared with: one, several for {@link Operator#IN}, else none
 */
public record RowFilter(String column, Operator operator, List<String> values) {
    /** Copies the values. */
    public RowFilter {
        values = List.copyOf(values);
    }

    /** What can hold of a value. */
    public enum Operator {
        /** Equal. */
        EQUAL("=", 1),
        /** Not equal. */
        DIFFERENT("<>", 1),
        /** Less. */
        LESS("<", 1),
        /** Less or equal. */
        AT_MOST("<=", 1),
        /** Greater. */
        MORE(">", 1),
        /** Greater or equal. */
        AT_LEAST(">=", 1),
        /** One of several. */
        IN("in", -1),
        /** Its text holds another, in any letter case. */
        CONTAINS("contains", 1),
        /** Its text begins with another, in any letter case. */
        STARTS("starts with", 1),
        /** Its text ends with another, in any letter case. */
        ENDS("ends with", 1),
        /** Its text is like a pattern. */
        LIKE("like", 1),
        /** It is not there. */
        NULL("is null", 0),
        /** It is there. */
        NOT_NULL("is not null", 0),
        /** It is true. */
        TRUE("is true", 0),
        /** It is false. */
        FALSE("is false", 0),
        /** It is an array that has an element, or a document that has a part. */
        HAS("has", 1),
        /** It is a document that has a field. */
        HAS_KEY("has key", 1);

        private final String word;
        private final int takes;

        Operator(String word, int takes) {
            this.word = word;
            this.takes = takes;
        }

        /** How it is written. */
        public String word() {
            return word;
        }

        /** How many values it takes; -1 for any number. */
        public int takes() {
            return takes;
        }
    }
}
