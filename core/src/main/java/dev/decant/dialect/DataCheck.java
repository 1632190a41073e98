package dev.decant.dialect;

import dev.decant.failure.Counted;
import dev.decant.model.ObjectName;
import java.util.Optional;

/**
 * A question to a database about the rows that a change meets.
 *
 * @param kind what it means when there are such rows
 * @param subject what is counted: {@code rows of public.users have no email}; for {@link Kind#CONVERSION} what the query fails of
 * @param sql a query for one number, how many there are; for {@link Kind#CONVERSION} one that fails when there are any
 * @param rows where they are; nothing when no condition tells them from others
 */
public record DataCheck(Kind kind, Counted subject, String sql, Optional<Rows> rows) {
    /** What it means when there are such rows. */
    public enum Kind {
        /** They, or their values, are gone afterwards. */
        LOSS,
        /** The change fails. */
        MISFIT,
        /** The change fails where the query does. */
        CONVERSION
    }

    /**
     * Some rows of a table.
     *
     * @param table the table
     * @param condition what goes behind {@code WHERE} in a query of the table without an alias
     */
    public record Rows(ObjectName table, String condition) {}
}
