package dev.decant.studio.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many rows are fetched at once: many short ones, and of long ones no more than fit into a few megabytes. */
final class Portions {
    /** Before anybody knows how long the rows are. */
    static final int FIRST = 10;

    private static final int MOST = 500;
    private static final long CHARACTERS = 8L * 1024 * 1024;

    private final ResultSet rows;
    private long longest = 1;

    Portions(ResultSet rows) {
        this.rows = rows;
    }

    /** Takes note of a row; the next portion is as large as the longest row so far allows. */
    void add(List<@Nullable String> values) throws SQLException {
        long length = 1;
        for (String value : values) {
            length += value == null ? 0 : value.length();
        }
        longest = Math.max(longest, length);
        rows.setFetchSize(Math.clamp(CHARACTERS / longest, 1, MOST));
    }
}
