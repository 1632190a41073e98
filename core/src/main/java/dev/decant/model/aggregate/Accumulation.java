package dev.decant.model.aggregate;

import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an aggregate goes from row to row.
 *
 * @param function what makes the next state of a state and a row
 * @param type the type of the state
 * @param space how many bytes a state takes, about; 0 for what is usual
 * @param initial the state before the first row, as text; none for null
 * @param inverse what takes a row out of a state again, for moving windows
 * @param finish what makes the result of the last state
 * @param finishExtra whether that is given the aggregate's arguments too, as nulls
 * @param finishModify what that may do to the state
 */
public record Accumulation(
        ObjectName function,
        DataType type,
        int space,
        Optional<String> initial,
        Optional<ObjectName> inverse,
        Optional<ObjectName> finish,
        boolean finishExtra,
        FinalModify finishModify) {
    /** The functions that it runs. */
    public Stream<ObjectName> functions() {
        return Stream.concat(Stream.of(function), Stream.concat(inverse.stream(), finish.stream()));
    }

    /** The same with a state of another type. */
    public Accumulation withType(DataType other) {
        return new Accumulation(function, other, space, initial, inverse, finish, finishExtra, finishModify);
    }
}
