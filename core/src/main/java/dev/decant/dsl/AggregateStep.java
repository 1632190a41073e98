package dev.decant.dsl;

import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import dev.decant.model.aggregate.Accumulation;
import dev.decant.model.aggregate.FinalModify;
import java.util.Optional;

/** How an {@link Aggregate} goes from row to row, and to its result. */
public final class AggregateStep {
    private final ObjectName function;
    private final DataType type;
    private int space;
    private Optional<String> initial = Optional.empty();
    private Optional<ObjectName> inverse = Optional.empty();
    private Optional<ObjectName> finish = Optional.empty();
    private boolean finishExtra;
    private FinalModify finishModify = FinalModify.USUAL;

    AggregateStep(String function, String sqlType) {
        this.function = DeclaredName.qualified(function);
        this.type = DataType.parse(sqlType);
    }

    /** Begins with this state, as text; with null when this is not said. */
    public AggregateStep startWith(String state) {
        initial = Optional.of(state);
        return this;
    }

    /** Keeps a state of about so many bytes. */
    public AggregateStep space(int bytes) {
        space = bytes;
        return this;
    }

    /** Takes rows out of the state again by this function, for moving windows. */
    public AggregateStep inverse(String name) {
        inverse = Optional.of(DeclaredName.qualified(name));
        return this;
    }

    /** Makes the result of the last state by this function. */
    public AggregateStep finish(String name) {
        finish = Optional.of(DeclaredName.qualified(name));
        return this;
    }

    /** Gives the last function the aggregate's arguments too, as nulls. */
    public AggregateStep finishExtra() {
        finishExtra = true;
        return this;
    }

    /** Says that the last function leaves the state as it is. */
    public AggregateStep finishReadOnly() {
        finishModify = FinalModify.READ_ONLY;
        return this;
    }

    /** Says that other last functions may run on the state after the last function. */
    public AggregateStep finishShareable() {
        finishModify = FinalModify.SHAREABLE;
        return this;
    }

    /** Says that the last function spoils the state. */
    public AggregateStep finishReadWrite() {
        finishModify = FinalModify.READ_WRITE;
        return this;
    }

    Accumulation accumulation() {
        return new Accumulation(function, type, space, initial, inverse, finish, finishExtra, finishModify);
    }
}
