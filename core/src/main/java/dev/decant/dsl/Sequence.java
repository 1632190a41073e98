package dev.decant.dsl;

import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A sequence that stands by itself, counting in {@code bigint} unless it says otherwise. */
public final class Sequence extends DeclaredObject {
    private final DeclaredName name;
    private final Numbers numbers = new Numbers();
    private DataType type = DataType.of("bigint");
    private IntegerRange range = IntegerRange.BIGINT;
    private Optional<Supplier<? extends Column<?>>> owner = Optional.empty();
    private boolean unlogged;

    /** A sequence of this name; of its field's name when that is empty. */
    Sequence(String name) {
        this.name = new DeclaredName(name);
    }

    /** Begins with this number. */
    public Sequence startWith(long number) {
        numbers.startWith(number);
        return this;
    }

    /** Goes on by this step; counts down when it is negative. */
    public Sequence incrementBy(long step) {
        numbers.incrementBy(step);
        return this;
    }

    /** Never goes below this number. */
    public Sequence minValue(long number) {
        numbers.minValue(number);
        return this;
    }

    /** Never goes above this number. */
    public Sequence maxValue(long number) {
        numbers.maxValue(number);
        return this;
    }

    /** Lets each session take this many numbers at once. */
    public Sequence cache(long count) {
        numbers.cache(count);
        return this;
    }

    /** Begins again at the end. */
    public Sequence cycle() {
        numbers.cycle();
        return this;
    }

    /** Counts in two bytes. */
    public Sequence asSmallint() {
        return as("smallint", IntegerRange.SMALLINT);
    }

    /** Counts in four bytes. */
    public Sequence asInteger() {
        return as("integer", IntegerRange.INTEGER);
    }

    private Sequence as(String typeName, IntegerRange values) {
        type = DataType.of(typeName);
        range = values;
        return this;
    }

    /** Loses where it stands when the server crashes; since PostgreSQL 15. */
    public Sequence unlogged() {
        unlogged = true;
        return this;
    }

    /** Goes when this column goes. */
    public Sequence ownedBy(Supplier<? extends Column<?>> column) {
        owner = Optional.of(column);
        return this;
    }

    /** Puts the sequence into another namespace than the usual one. */
    public Sequence inSchema(String namespace) {
        name.inSchema(namespace);
        return this;
    }

    /** Tells the database's users about the sequence. */
    public Sequence comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Says what the sequence was called before. */
    public Sequence renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    @Override
    Optional<ObjectName> relation(String field, PgSchema holder) {
        return Optional.of(name.of(field, holder));
    }

    @Override
    dev.decant.model.sequence.Sequence build(PgSchema holder, String field, Targets targets) {
        return new dev.decant.model.sequence.Sequence(
                name.of(field, holder),
                type,
                numbers.options(range),
                owner.flatMap(column -> targets.of(List.of(column), holder, origin().line()))
                        .map(List::getFirst)
                        .map(place -> new Reference.ToColumn(place.table().name(), place.name())),
                unlogged,
                comment());
    }
}
