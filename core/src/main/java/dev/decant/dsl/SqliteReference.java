package dev.decant.dsl;

import dev.decant.model.ReferentialAction;

/**
 * A column of an SQLite table that points at another column.
 *
 * @param <T> the Java type of its values
 */
public final class SqliteReference<T> extends SqliteColumn<T> {
    private final ForeignKey key;

    SqliteReference(ColumnDraft draft, ForeignKey key) {
        super(draft);
        this.key = key;
    }

    /** What happens to this row when the one it points at goes. */
    public SqliteReference<T> onDelete(ReferentialAction action) {
        key.onDelete(action);
        return this;
    }

    /** What happens to this row when the value it points at changes. */
    public SqliteReference<T> onUpdate(ReferentialAction action) {
        key.onUpdate(action);
        return this;
    }

    /** Is checked at the end of the transaction. */
    public SqliteReference<T> initiallyDeferred() {
        key.initiallyDeferred();
        return this;
    }
}
