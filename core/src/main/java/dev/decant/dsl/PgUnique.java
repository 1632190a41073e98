package dev.decant.dsl;

import dev.decant.model.Deferral;
import java.util.List;

/** A unique constraint of a PostgreSQL table. */
public final class PgUnique extends Unique {
    PgUnique(String name, List<ColumnDraft> columns) {
        super(name, columns);
    }

    @Override
    public PgUnique renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    /** Tells the database's users about the constraint. */
    public PgUnique comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Counts nulls as equal. */
    public PgUnique nullsNotDistinct() {
        setNullsNotDistinct();
        return this;
    }

    /** Is checked at the end of a transaction that asks for it. */
    public PgUnique deferrable() {
        setDeferral(Deferral.INITIALLY_IMMEDIATE);
        return this;
    }

    /** Is checked at the end of the transaction. */
    public PgUnique initiallyDeferred() {
        setDeferral(Deferral.INITIALLY_DEFERRED);
        return this;
    }

    /** Keeps these columns beside the key. */
    public PgUnique include(Column<?>... columns) {
        addIncluded(columns);
        return this;
    }

    /** Sets a storage parameter of its index, or another option of it. */
    public PgUnique with(String parameter, Object value) {
        setStorage(parameter, value);
        return this;
    }

    /** Takes the last column as a range of which no two rows share a part; since PostgreSQL 18. */
    public PgUnique withoutOverlaps() {
        setWithoutOverlaps();
        return this;
    }
}
