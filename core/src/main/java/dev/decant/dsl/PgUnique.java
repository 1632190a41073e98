package dev.decant.dsl;

import dev.decant.model.Deferral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A unique constraint of a PostgreSQL table. */
public final class PgUnique extends Unique {
    private final List<ColumnDraft> included = new ArrayList<>();
    private final Map<String, String> storage = new LinkedHashMap<>();
    private boolean withoutOverlaps;

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
        for (Column<?> column : columns) {
            included.add(column.draft());
        }
        return this;
    }

    /** Sets a storage parameter of its index, or another option of it. */
    public PgUnique with(String parameter, Object value) {
        storage.put(parameter, value.toString());
        return this;
    }

    /** Takes the last column as a range of which no two rows share a part; since PostgreSQL 18. */
    public PgUnique withoutOverlaps() {
        withoutOverlaps = true;
        return this;
    }

    @Override
    List<ColumnDraft> included() {
        return included;
    }

    @Override
    Map<String, String> storage() {
        return storage;
    }

    @Override
    boolean isWithoutOverlaps() {
        return withoutOverlaps;
    }
}
