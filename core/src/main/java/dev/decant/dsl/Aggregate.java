package dev.decant.dsl;

import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import dev.decant.model.aggregate.AggregateType;
import dev.decant.model.aggregate.PartialAggregation;
import dev.decant.model.routine.Argument;
import dev.decant.model.routine.ArgumentMode;
import dev.decant.model.routine.Parallelism;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An aggregate: a function of many rows. Functions without a namespace are those of the usual one. */
public final class Aggregate extends QualifiedObject<Aggregate> {
    private final List<Argument> arguments = new ArrayList<>();
    private AggregateType type = AggregateType.NORMAL;
    private int direct;
    private Optional<AggregateStep> step = Optional.empty();
    private Optional<AggregateStep> moving = Optional.empty();
    private Optional<ObjectName> combine = Optional.empty();
    private Optional<ObjectName> serialize = Optional.empty();
    private Optional<ObjectName> deserialize = Optional.empty();
    private Optional<ObjectName> sortOperator = Optional.empty();
    private Parallelism parallelism = Parallelism.UNSAFE;

    /** An aggregate of this name; of its field's name when that is empty. */
    Aggregate(String name) {
        super(name);
    }

    @Override
    Aggregate self() {
        return this;
    }

    /** Takes a value of each row; the name may be empty. */
    public Aggregate argument(String argument, String sqlType) {
        return add(argument, ArgumentMode.IN, sqlType);
    }

    /** Takes any number of values of each row. */
    public Aggregate variadic(String argument, String sqlType) {
        return add(argument, ArgumentMode.VARIADIC, sqlType);
    }

    private Aggregate add(String argument, ArgumentMode mode, String sqlType) {
        arguments.add(new Argument(argument, mode, DataType.parse(sqlType), Optional.empty()));
        return this;
    }

    /** Takes the rows sorted by the arguments that follow; those before are the same for all rows. */
    public Aggregate orderBy() {
        type = AggregateType.ORDERED_SET;
        direct = arguments.size();
        return this;
    }

    /** Takes the rows sorted, with one more that its direct arguments make up. */
    public Aggregate hypothetical() {
        type = AggregateType.HYPOTHETICAL;
        return this;
    }

    /** Goes from row to row in this way. */
    public Aggregate rows(AggregateStep way) {
        step = Optional.of(way);
        return this;
    }

    /** Goes from row to row in this way in moving windows. */
    public Aggregate movingRows(AggregateStep way) {
        moving = Optional.of(way);
        return this;
    }

    /** Makes one state of two by this function. */
    public Aggregate combine(String function) {
        combine = Optional.of(DeclaredName.qualified(function));
        return this;
    }

    /** Makes bytes of a state, and a state of bytes, by these functions. */
    public Aggregate serialize(String there, String back) {
        serialize = Optional.of(DeclaredName.qualified(there));
        deserialize = Optional.of(DeclaredName.qualified(back));
        return this;
    }

    /** Has the result that stands first in the order of this operator: {@code pg_catalog.<}. */
    public Aggregate sortOperator(String operator) {
        sortOperator = Optional.of(DeclaredName.qualified(operator));
        return this;
    }

    /** May run in every process of a query that runs in several. */
    public Aggregate parallelSafe() {
        parallelism = Parallelism.SAFE;
        return this;
    }

    /** May run in the leading process of a query that runs in several. */
    public Aggregate parallelRestricted() {
        parallelism = Parallelism.RESTRICTED;
        return this;
    }

    @Override
    dev.decant.model.aggregate.Aggregate build(PgSchema holder, String field, Targets targets) {
        ObjectName called = name(field, holder);
        return new dev.decant.model.aggregate.Aggregate(
                called,
                type,
                arguments,
                direct,
                step.orElseThrow(() ->
                                new IllegalArgumentException("the aggregate " + called + " does not say what it does"))
                        .accumulation(),
                moving.map(AggregateStep::accumulation),
                new PartialAggregation(combine, serialize, deserialize, parallelism),
                sortOperator,
                comment());
    }
}
