package dev.decant.run;

import dev.decant.failure.Counted;
import java.util.List;

/**
 * What came of an assertion of {@code before.sql} or {@code verify.sql}.
 *
 * @param file the file
 * @param line the line where the assertion begins, from 1
 * @param assertion what is asserted, in the words of the comment above it, else a word on its line
 * @param holds whether it holds
 * @param said what speaks against it, in words without values: {@code found 3 rows}, {@code says no}; empty when it holds
 * @param found the rows that should not be there, or what was said in place of true; a few of them
 */
public record Verdict(String file, int line, String assertion, boolean holds, String said, Found found) {
    /**
     * Rows of a query, as text. They may hold what is nobody's business, which is for the listener's print policy to judge.
     *
     * @param columns the names of the columns
     * @param rows no more than {@value #SHOWN} of them
     * @param more whether there are more
     */
    public record Found(List<String> columns, List<List<String>> rows, boolean more) {
        /** So many rows are shown. */
        public static final int SHOWN = 5;

        /** Nothing was found. */
        public static final Found NOTHING = new Found(List.of(), List.of(), false);

        /** Copies the lists. */
        public Found {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** How many there are, in words. */
        public String words() {
            return rows.isEmpty() ? "no row" : (more ? "more than " : "") + Counted.of(rows.size(), "row");
        }
    }

    /** Where it stands: {@code verify.sql:3}, behind the path. */
    public String place() {
        return file + ":" + line;
    }
}
