package dev.decant.dsl;

import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import dev.decant.model.rangetype.RangeType.Comparison;
import java.util.Optional;

/** A type whose values are everything between two values of another type. */
public final class RangeType extends QualifiedObject<RangeType> {
    private final String subtype;
    private Comparison options = Comparison.USUAL;
    private Optional<ObjectName> multirange = Optional.empty();

    RangeType(String name, String subtype) {
        super(name);
        this.subtype = subtype;
    }

    @Override
    RangeType self() {
        return this;
    }

    /** Compares the ends by this operator class. */
    public RangeType operatorClass(String name) {
        options = new Comparison(named(name), options.collation(), options.canonical(), options.difference());
        return this;
    }

    /** Compares ends that are text in this order: {@code C}, {@code public.german}. */
    public RangeType collate(String name) {
        options = new Comparison(options.operatorClass(), named(name), options.canonical(), options.difference());
        return this;
    }

    /** Gives equal ranges one form by this function. */
    public RangeType canonical(String function) {
        options = new Comparison(options.operatorClass(), options.collation(), named(function), options.difference());
        return this;
    }

    /** Measures how far two ends are apart by this function. */
    public RangeType subtypeDiff(String function) {
        options = new Comparison(options.operatorClass(), options.collation(), options.canonical(), named(function));
        return this;
    }

    private static Optional<ObjectName> named(String name) {
        return Optional.of(ObjectName.parse(name));
    }

    /** Calls the type of several ranges that comes with it so. */
    public RangeType multirange(String name) {
        multirange = named(name);
        return this;
    }

    @Override
    dev.decant.model.rangetype.RangeType build(PgSchema holder, String field, Targets targets) {
        ObjectName called = name(field, holder);
        return new dev.decant.model.rangetype.RangeType(
                called,
                DataType.parse(subtype),
                options,
                multirange.map(name -> name.schema().isEmpty() ? name.inSchema(called.schema()) : name),
                comment());
    }
}
