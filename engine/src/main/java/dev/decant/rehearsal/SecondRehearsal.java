package dev.decant.rehearsal;

import dev.decant.failure.DecantException;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tries in one place, and in another what cannot be built there: a schema may rest on what belongs to somebody else, such as a table that a
 * foreign key points at, and an empty database has none of that.
 *
 * @param first the place of choice
 * @param second the other place, if there is one
 */
record SecondRehearsal(Rehearsal first, Supplier<Optional<Rehearsal>> second) implements Rehearsal {
    @Override
    public Schema built(Schema schema) {
        return tried(place -> place.built(schema));
    }

    @Override
    public Optional<Schema> after(Schema start, Plan plan) {
        return tried(place -> place.after(start, plan));
    }

    private <T> T tried(Function<Rehearsal, T> work) {
        try {
            return work.apply(first);
        } catch (DecantException unbuildable) {
            try (Rehearsal place = second.get().orElseThrow(() -> unbuildable)) {
                return work.apply(place);
            } catch (DecantException again) {
                throw unbuildable;
            }
        }
    }

    @Override
    public void close() {
        first.close();
    }
}
