package dev.decant.model.aggregate;

import dev.decant.model.ObjectName;
import dev.decant.model.routine.Parallelism;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an aggregate is computed in pieces.
 *
 * @param combine what makes one state of two
 * @param serialize what makes bytes of a state
 * @param deserialize what makes a state of bytes
 * @param parallelism where it may run
 */
public record PartialAggregation(
        Optional<ObjectName> combine,
        Optional<ObjectName> serialize,
        Optional<ObjectName> deserialize,
        Parallelism parallelism) {
    /** In one piece. */
    public static final PartialAggregation NONE =
            new PartialAggregation(Optional.empty(), Optional.empty(), Optional.empty(), Parallelism.UNSAFE);

    /** The functions that it runs. */
    public Stream<ObjectName> functions() {
        return Stream.of(combine, serialize, deserialize).flatMap(Optional::stream);
    }
}
