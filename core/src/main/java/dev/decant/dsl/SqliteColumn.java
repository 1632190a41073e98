package dev.decant.dsl;

import dev.decant.model.Expression;
import dev.decant.model.Fill;
import java.util.List;
import java.util.function.Supplier;

/**
 * A column of an SQLite table while it is being described.
 *
 * @param <T> the Java type of its values
 */
public sealed class SqliteColumn<T> extends ColumnChain<T, SqliteColumn<T>> permits SqliteReference {
    SqliteColumn(ColumnDraft draft) {
        super(draft);
    }

    /** Points at a column of another table, or of the same. */
    public final SqliteReference<T> references(Supplier<? extends Column<T>> target) {
        return references("", target);
    }

    /** Points at a column of another table, or of the same, by a foreign key with a name of its own. */
    public final SqliteReference<T> references(String name, Supplier<? extends Column<T>> target) {
        ForeignKey key = new ForeignKey(name, draft(), target);
        draft().parts.add(key);
        return new SqliteReference<>(draft(), key);
    }

    /** Never gives a number again, not even that of a row that is gone; only for an {@code integer} that is the primary key. */
    public final SqliteColumn<T> autoincrement() {
        if (!draft().isOf(List.of("integer")) || draft().parts.stream().noneMatch(PrimaryKey.class::isInstance)) {
            draft().contradict(
                            "only an integer primary key counts the rows",
                            "write integer().primaryKey().autoincrement()");
        }
        draft().fillWith("autoincrement", place -> new Fill.AutoIncrement());
        return this;
    }

    /** Fills the column with the present date and time in UTC, as text. */
    public final SqliteColumn<T> defaultNow() {
        draft().fillWith("default", place -> new Fill.Default(new Expression("CURRENT_TIMESTAMP")));
        return this;
    }
}
