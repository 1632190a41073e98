package dev.decant.dsl;

import dev.decant.model.ReferentialAction;
import java.util.function.Supplier;

/** A foreign key of a PostgreSQL table. */
public final class PgForeignKey extends ForeignKey {
    PgForeignKey(String name, ColumnDraft column, Supplier<? extends Column<?>> target) {
        super(name, column, target);
    }

    @Override
    public <T> PgForeignKey and(Column<T> column, Supplier<? extends Column<T>> target) {
        super.and(column, target);
        return this;
    }

    /** Another pair of columns, of Java types that differ and that the database can compare. */
    public PgForeignKey andAny(Column<?> column, Supplier<? extends Column<?>> target) {
        addPair(column.draft(), target);
        return this;
    }

    @Override
    public PgForeignKey onDelete(ReferentialAction action) {
        super.onDelete(action);
        return this;
    }

    @Override
    public PgForeignKey onUpdate(ReferentialAction action) {
        super.onUpdate(action);
        return this;
    }

    @Override
    public PgForeignKey deferrable() {
        super.deferrable();
        return this;
    }

    @Override
    public PgForeignKey initiallyDeferred() {
        super.initiallyDeferred();
        return this;
    }

    @Override
    public PgForeignKey renamedFrom(String... formerNames) {
        super.renamedFrom(formerNames);
        return this;
    }

    /** Tells the database's users about the key. */
    public PgForeignKey comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Wants all columns null or none. */
    public PgForeignKey matchFull() {
        setMatchFull();
        return this;
    }

    /** Holds for new rows only, until it is validated. */
    public PgForeignKey notValid() {
        setNotValid();
        return this;
    }

    /** Of its columns, sets only these when the row pointed at goes. */
    public PgForeignKey settingOnly(Column<?>... columns) {
        for (Column<?> column : columns) {
            addCleared(column.draft());
        }
        return this;
    }

    /** Takes the last column of either side as a range that the rows pointed at cover together; since PostgreSQL 18. */
    public PgForeignKey period() {
        setPeriod();
        return this;
    }

    /** Is never checked; since PostgreSQL 18. */
    public PgForeignKey notEnforced() {
        setNotEnforced();
        return this;
    }
}
