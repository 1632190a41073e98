package dev.decant.database;

import dev.decant.model.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * Something of a database that somebody should mend.
 *
 * @param kind what it is
 * @param severity how much it matters
 * @param subject the name of what it is about
 * @param relation the table that this belongs to
 * @param what what is found, in a sentence with numbers
 * @param why why it matters, and what to look at before it is mended
 * @param sql the statements that mend it
 * @param migration whether they belong in a migration; otherwise they are upkeep
 * @param code what is to be changed in the code of the schema, from which the same statements follow; empty when the code says nothing of it
 */
public record Ailment(
        Kind kind,
        Severity severity,
        String subject,
        Optional<ObjectName> relation,
        String what,
        String why,
        List<String> sql,
        boolean migration,
        String code) {
    /** What can be the matter. */
    public enum Kind {
        /** A change of it failed half-way; it costs with every write and serves no query. */
        INVALID_INDEX,
        /** The numbers that it can still give are few. */
        EXHAUSTED_SEQUENCE,
        /** Rows that were there before it were never checked. */
        UNVALIDATED_CONSTRAINT,
        /** Every delete in the other table reads this one as a whole. */
        MISSING_INDEX,
        /** Another one serves the same queries. */
        DUPLICATE_INDEX,
        /** No query has used it. */
        UNUSED_INDEX,
        /** Old versions of rows are not cleared away. */
        DEAD_ROWS,
        /** Much of what a table takes holds nothing. */
        BLOAT,
        /** Queries are planned without knowing what is in it. */
        NEVER_ANALYZED
    }

    /** How much it matters, from much to little. */
    public enum Severity {
        /** Mend it soon. */
        HIGH,
        /** Mend it when there is time. */
        MEDIUM,
        /** It can stay. */
        LOW
    }

    /** Copies the list. */
    public Ailment {
        sql = List.copyOf(sql);
    }

    /** One of which the code of the schema says nothing. */
    public Ailment(
            Kind kind,
            Severity severity,
            String subject,
            Optional<ObjectName> relation,
            String what,
            String why,
            List<String> sql,
            boolean migration) {
        this(kind, severity, subject, relation, what, why, sql, migration, "");
    }

    /** The same with what is to be changed in the code. */
    public Ailment withCode(String change) {
        return new Ailment(kind, severity, subject, relation, what, why, sql, migration, change);
    }
}
