package dev.decant.dsl;

import dev.decant.model.Fill;
import java.util.List;
import java.util.Optional;

/**
 * What can be said of a column in every database.
 *
 * @param <T> the Java type of its values
 * @param <S> the chain itself
 */
public abstract sealed class ColumnChain<T, S extends ColumnChain<T, S>> extends Column<T>
        permits PgColumn, SqliteColumn {
    ColumnChain(ColumnDraft draft) {
        super(draft);
    }

    @SuppressWarnings("unchecked") // every subclass names itself as S
    final S self() {
        return (S) this;
    }

    /** Calls the column otherwise than its field. */
    public final S named(String name) {
        draft().name = Optional.of(name);
        return self();
    }

    /** Says what the column was called before, so that it is renamed and not dropped. */
    public final S renamedFrom(String... formerNames) {
        draft().formerNames.addAll(List.of(formerNames));
        return self();
    }

    /** Refuses nulls. */
    public final S notNull() {
        draft().nullable = false;
        return self();
    }

    /** Makes the column the primary key, and refuses nulls. */
    public final S primaryKey() {
        return primaryKey("");
    }

    /** Makes the column the primary key under a name of its own, and refuses nulls. */
    public final S primaryKey(String name) {
        draft().parts.add(new PrimaryKey(name, List.of(draft())));
        return notNull();
    }

    /** Lets no two rows share a value. */
    public final S unique() {
        return unique("");
    }

    /** Lets no two rows share a value, under a name of its own. */
    public final S unique(String name) {
        draft().parts.add(new Unique(name, List.of(draft())));
        return self();
    }

    /** Keeps a condition, in SQL. */
    public final S check(String condition) {
        return check("", condition);
    }

    /** Keeps a condition, in SQL, under a name of its own. */
    public final S check(String name, String condition) {
        draft().parts.add(new Check(name, SqlExpression.of(condition)));
        return self();
    }

    /** Fills the column with a value when an insert gives none. */
    public final S defaultTo(T value) {
        String literal = draft().database().literal(value);
        draft().fillWith("default", place -> new Fill.Default(new dev.decant.model.Expression(literal)));
        return self();
    }

    /** Fills the column with the value of an SQL expression when an insert gives none. */
    public final S defaultSql(String expression) {
        SqlExpression sql = SqlExpression.of(expression);
        draft().fillWith("default", place -> new Fill.Default(sql.resolve(place.table())));
        return self();
    }

    /** Computes the column from others whenever a row is written, and keeps it. */
    public final S generatedStored(String expression) {
        return generatedStored(SqlExpression.of(expression));
    }

    /** Computes the column from others whenever a row is written, and keeps it. */
    public final S generatedStored(SqlExpression expression) {
        return generated(expression, true);
    }

    /** Computes the column from others whenever a row is read. */
    public final S generatedVirtual(String expression) {
        return generatedVirtual(SqlExpression.of(expression));
    }

    /** Computes the column from others whenever a row is read. */
    public final S generatedVirtual(SqlExpression expression) {
        return generated(expression, false);
    }

    private S generated(SqlExpression expression, boolean stored) {
        draft().fillWith("generated value", place -> new Fill.Generated(expression.resolve(place.table()), stored));
        return self();
    }
}
