package dev.decant.dialect;

/**
 * A question to a database about the rows that a change meets.
 *
 * @param kind what it means when there are such rows
 * @param subject what is counted, behind a number: {@code rows of public.users have no email}
 * @param sql a query for one number, how many there are; for {@link Kind#CONVERSION} one that fails when there are any
 */
public record DataCheck(Kind kind, String subject, String sql) {
    /** What it means when there are such rows. */
    public enum Kind {
        /** They, or their values, are gone afterwards. */
        LOSS,
        /** The change fails. */
        MISFIT,
        /** The change fails where the query does. */
        CONVERSION
    }
}
