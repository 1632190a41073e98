package dev.decant.dsl;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SequenceOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A column of a PostgreSQL table while it is being described.
 *
 * @param <T> the Java type of its values
 */
public sealed class PgColumn<T> extends ColumnChain<T, PgColumn<T>> permits PgReference, PgSerial {
    private static final List<String> MOMENTS = List.of(
            "timestamp with time zone",
            "timestamp without time zone",
            "date",
            "time with time zone",
            "time without time zone");

    PgColumn(ColumnDraft draft) {
        super(draft);
    }

    /** Points at a column of another table, or of the same. */
    public final PgReference<T> references(Supplier<? extends Column<T>> target) {
        return references("", target);
    }

    /** Points at a column of another table, or of the same, by a foreign key with a name of its own. */
    public final PgReference<T> references(String name, Supplier<? extends Column<T>> target) {
        PgForeignKey key = new PgForeignKey(name, draft(), target);
        draft().parts.add(key);
        return new PgReference<>(draft(), key);
    }

    /** Points at a column of another Java type that the database can compare with this one, as {@code integer} with {@code bigint}. */
    public final PgReference<T> referencesAny(Supplier<? extends Column<?>> target) {
        return referencesAny("", target);
    }

    /** Points at a column of another Java type by a foreign key with a name of its own. */
    public final PgReference<T> referencesAny(String name, Supplier<? extends Column<?>> target) {
        PgForeignKey key = new PgForeignKey(name, draft(), target);
        draft().parts.add(key);
        return new PgReference<>(draft(), key);
    }

    /** Makes it a list of what it was; said twice, a list of lists. */
    public final PgColumn<List<T>> array() {
        DataType type = draft().type;
        draft().type = type.withDimensions(type.dimensions() + 1);
        return new PgColumn<>(draft());
    }

    /** Tells the database's users about the column. */
    public final PgColumn<T> comment(String comment) {
        draft().comment = comment;
        return this;
    }

    /** Sorts its text in the order of this collation. */
    public final PgColumn<T> collated(String collation) {
        draft().collation = Optional.of(ObjectName.parse(collation));
        return this;
    }

    /** Keeps long values in this way: {@code plain}, {@code external}, {@code extended} or {@code main}. */
    public final PgColumn<T> storage(String way) {
        return option("storage", way);
    }

    /** Compresses long values by this method: {@code pglz} or {@code lz4}. */
    public final PgColumn<T> compression(String method) {
        return option("compression", method);
    }

    /** Lets the planner know this many of its values. */
    public final PgColumn<T> statistics(int target) {
        return option("statistics", target);
    }

    /** Sets an option of the column: {@code n_distinct}, or that of a foreign table behind {@code option.}. */
    public final PgColumn<T> option(String name, Object value) {
        draft().options.put(name, value.toString());
        return this;
    }

    /** Refuses nulls, by a constraint of this name since PostgreSQL 18. */
    public final PgColumn<T> notNull(String name) {
        draft().options.put("not_null.name", name);
        return notNull();
    }

    /** Fills a date or time with the moment at which the transaction began. */
    public final PgColumn<T> defaultNow() {
        if (!draft().isOf(MOMENTS)) {
            draft().contradict(
                            "a column of type " + draft().type + " cannot be filled with the present time",
                            "use defaultTo(...)");
        }
        draft().fillWith("default", place -> new Fill.Default(new Expression("now()")));
        return this;
    }

    /** Counts the rows up; an insert may give its own number. */
    public final PgColumn<T> identity() {
        return identity(numbers -> numbers);
    }

    /** Counts the rows up in a way of its own; an insert may give its own number. */
    public final PgColumn<T> identity(UnaryOperator<Numbers> numbers) {
        return identity(false, numbers);
    }

    /** Counts the rows up; an insert may not give its own number. */
    public final PgColumn<T> identityAlways() {
        return identityAlways(numbers -> numbers);
    }

    /** Counts the rows up in a way of its own; an insert may not give its own number. */
    public final PgColumn<T> identityAlways(UnaryOperator<Numbers> numbers) {
        return identity(true, numbers);
    }

    private PgColumn<T> identity(boolean always, UnaryOperator<Numbers> numbers) {
        Optional<IntegerRange> range = IntegerRange.of(draft().type);
        if (range.isEmpty()) {
            draft().contradict(
                            "a column of type " + draft().type + " cannot count rows",
                            "use smallint, integer or bigint");
            return this;
        }
        SequenceOptions options = numbers.apply(new Numbers()).options(range.get());
        draft().counts = true;
        draft().fillWith(
                        "identity",
                        place -> new Fill.Identity(
                                always, options, Optional.of(place.table().sequenceOf(draft()))));
        return notNull();
    }

    /** Calls the sequence of an identity otherwise than the database would; say so behind {@code identity()}. */
    public PgColumn<T> sequenceNamed(String name) {
        if (!draft().counts) {
            draft().contradict("the column has no sequence of its own that could be named", "say identity() before");
        }
        draft().sequenceName = Optional.of(name);
        return this;
    }
}
