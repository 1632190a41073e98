package dev.decant.dsl;

import dev.decant.model.ReferentialAction;

/**
 * A column of a PostgreSQL table that points at another column.
 *
 * @param <T> the Java type of its values
 */
public final class PgReference<T> extends PgColumn<T> {
    private final PgForeignKey key;

    PgReference(ColumnDraft draft, PgForeignKey key) {
        super(draft);
        this.key = key;
    }

    /** What happens to this row when the one it points at goes. */
    public PgReference<T> onDelete(ReferentialAction action) {
        key.onDelete(action);
        return this;
    }

    /** What happens to this row when the value it points at changes. */
    public PgReference<T> onUpdate(ReferentialAction action) {
        key.onUpdate(action);
        return this;
    }

    /** Is checked at the end of a transaction that asks for it. */
    public PgReference<T> deferrable() {
        key.deferrable();
        return this;
    }

    /** Is checked at the end of the transaction. */
    public PgReference<T> initiallyDeferred() {
        key.initiallyDeferred();
        return this;
    }

    /** Holds for new rows only, until it is validated. */
    public PgReference<T> notValid() {
        key.notValid();
        return this;
    }
}
