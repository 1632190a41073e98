package dev.decant.cli;

import dev.decant.config.PrintPolicy;

/**
 * As much of a statement as may be shown.
 *
 * @param policy how much that is
 */
record StatementText(PrintPolicy policy) {
    private static final int WIDTH = 70;
    private static final int WORDS = 3;

    /** Whether values of rows may be shown. */
    boolean showsValues() {
        return policy == PrintPolicy.FULL;
    }

    /** The statement, or as much of it as hides its values. */
    String whole(String sql) {
        return switch (policy) {
            case FULL -> sql;
            case MASKED -> firstWords(sql);
            case NONE -> "";
        };
    }

    /** The beginning of the same, on one line. */
    String line(String sql) {
        String line = whole(sql).replaceAll("\\s+", " ").strip();
        return line.length() > WIDTH ? line.substring(0, WIDTH - 3) + "..." : line;
    }

    /** The words with which a statement begins say what it does; no value stands among them. */
    private static String firstWords(String sql) {
        StringBuilder words = new StringBuilder();
        for (String word : sql.strip().split("\\s+", WORDS + 1)) {
            if (!word.matches("[A-Za-z]+")) {
                break;
            }
            words.append(word).append(' ');
        }
        return words.append("...").toString();
    }
}
