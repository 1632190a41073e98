package dev.decant.dsl;

import dev.decant.model.Deferral;
import java.util.List;

/** The primary key of a PostgreSQL table. */
public final class PgPrimaryKey extends PrimaryKey {
    PgPrimaryKey(String name, List<ColumnDraft> columns) {
        super(name, columns);
    }

    @Override
    public PgPrimaryKey renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    /** Tells the database's users about the key. */
    public PgPrimaryKey comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Keeps these columns beside the key. */
    public PgPrimaryKey include(Column<?>... columns) {
        addIncluded(columns);
        return this;
    }

    /** Sets a storage parameter of its index, or another option of it. */
    public PgPrimaryKey with(String parameter, Object value) {
        setStorage(parameter, value);
        return this;
    }

    /** Takes the last column as a range of which no two rows share a part; since PostgreSQL 18. */
    public PgPrimaryKey withoutOverlaps() {
        setWithoutOverlaps();
        return this;
    }

    /** Is checked at the end of a transaction that asks for it. */
    public PgPrimaryKey deferrable() {
        setDeferral(Deferral.INITIALLY_IMMEDIATE);
        return this;
    }

    /** Is checked at the end of the transaction. */
    public PgPrimaryKey initiallyDeferred() {
        setDeferral(Deferral.INITIALLY_DEFERRED);
        return this;
    }
}
