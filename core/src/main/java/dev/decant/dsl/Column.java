package dev.decant.dsl;

/**
 * A column of a table class, and what other classes point at with {@code USERS.id}.
 *
 * @param <T> the Java type of its values
 */
public abstract sealed class Column<T> implements PlainKey permits ColumnChain {
    private final ColumnDraft draft;

    Column(ColumnDraft draft) {
        this.draft = draft;
    }

    final ColumnDraft draft() {
        return draft;
    }

    @Override
    public final KeyShape shape() {
        return KeyShape.of(draft);
    }
}
