package dev.decant.sql;

/** What ends a statement of a text: a semicolon, until a line DELIMITER tells otherwise. */
final class Delimiter {
    private static final String SEMICOLON = ";";

    private final Passage passage;
    private String delimiter = SEMICOLON;
    /** Where in the whole text the next one begins, or how far there is none. */
    private int next;
    /** How far in the whole text that was looked for. */
    private int known;

    Delimiter(Passage passage) {
        this.passage = passage;
    }

    boolean isSemicolon() {
        return delimiter.equals(SEMICOLON);
    }

    int length() {
        return delimiter.length();
    }

    /** Whether another one than a semicolon begins at the place that is reached. */
    boolean startsHere() {
        return !isSemicolon() && passage.text().startsWith(delimiter, passage.at());
    }

    /** Where a word or an operator must end at the latest: the next delimiter, which may be made of their characters. */
    int limit() {
        String text = passage.text();
        if (isSemicolon()) {
            return text.length();
        }
        int base = passage.offset() - passage.at();
        int end = base + text.length();
        if (next < passage.offset() || next == known && known < end) {
            int found = text.indexOf(delimiter, passage.at());
            next = found < 0 ? end : base + found;
            known = end;
        }
        return next - base;
    }

    /**
     * From now on something else ends a statement.
     *
     * @param argument what a line DELIMITER says
     */
    void change(String argument) {
        if (argument.isEmpty()) {
            throw new SqlSyntaxException(
                    SqlProblem.CLIENT_COMMAND,
                    passage.line(),
                    passage.column(),
                    "DELIMITER names no delimiter",
                    "write what ends a statement from here on, as in DELIMITER //");
        }
        delimiter = argument.split("\\s", 2)[0];
        next = 0;
        known = 0;
    }
}
