package dev.decant.cli;

import dev.decant.config.PrintPolicy;

/**
 * As much of a statement as may be shown.
 *
 * @param policy how much that is
 */
record StatementText(PrintPolicy policy) {
    private static final int WIDTH = 70;

    /** Whether values of rows may be shown. */
    boolean showsValues() {
        return policy == PrintPolicy.FULL;
    }

    /** The statement, or as much of it as hides its values. */
    String whole(String sql) {
        return policy.shown(sql);
    }

    /** The beginning of the same, on one line. */
    String line(String sql) {
        String line = whole(sql).replaceAll("\\s+", " ").strip();
        return line.length() > WIDTH ? line.substring(0, WIDTH - 3) + "..." : line;
    }
}
