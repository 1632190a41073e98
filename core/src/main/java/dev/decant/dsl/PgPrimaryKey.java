package dev.decant.dsl;

import dev.decant.model.Deferral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The primary key of a PostgreSQL table. */
public final class PgPrimaryKey extends PrimaryKey {
    private final List<ColumnDraft> included = new ArrayList<>();
    private final Map<String, String> storage = new LinkedHashMap<>();
    private boolean withoutOverlaps;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;

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
        for (Column<?> column : columns) {
            included.add(column.draft());
        }
        return this;
    }

    /** Sets a storage parameter of its index, or another option of it. */
    public PgPrimaryKey with(String parameter, Object value) {
        storage.put(parameter, value.toString());
        return this;
    }

    /** Takes the last column as a range of which no two rows share a part; since PostgreSQL 18. */
    public PgPrimaryKey withoutOverlaps() {
        withoutOverlaps = true;
        return this;
    }

    /** Is checked at the end of a transaction that asks for it. */
    public PgPrimaryKey deferrable() {
        deferral = Deferral.INITIALLY_IMMEDIATE;
        return this;
    }

    /** Is checked at the end of the transaction. */
    public PgPrimaryKey initiallyDeferred() {
        deferral = Deferral.INITIALLY_DEFERRED;
        return this;
    }

    @Override
    Deferral deferral() {
        return deferral;
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
