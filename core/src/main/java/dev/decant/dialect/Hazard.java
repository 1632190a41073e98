package dev.decant.dialect;

/**
 * A reason to look twice at a statement before it runs.
 *
 * @param kind what may go wrong
 * @param message the same in a sentence, with names
 */
public record Hazard(Kind kind, String message) {
    /** What may go wrong. */
    public enum Kind {
        /** Rows or values are gone afterwards, and undoing the statement does not bring them back. */
        DATA_LOSS,
        /** It fails when the rows that are there do not fit. */
        DATA_DEPENDENT,
        /** Every row is written again. */
        REWRITE,
        /** Readers or writers wait for longer than a moment. */
        BLOCKING,
        /** A program that knows the schema before no longer works. */
        BREAKING
    }
}
