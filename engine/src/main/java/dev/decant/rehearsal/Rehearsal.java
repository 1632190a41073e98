package dev.decant.rehearsal;

import dev.decant.database.Scope;
import dev.decant.database.Scratch;
import dev.decant.database.Target;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import java.util.Optional;

/**
 * A place where schemas and plans are tried before they count. What comes of it is read back from the database, so that every expression is
 * in the database's own words.
 */
public interface Rehearsal extends AutoCloseable {
    /**
     * A place beside a database: scratch databases where the user may make them, else transactions in the database itself that are rolled
     * back.
     *
     * @param looked whether roles, and what they may do, are read back
     * @return nothing when the user may do neither
     */
    static Optional<Rehearsal> beside(Target target, Scope looked) {
        Optional<Scratch> scratch = target.scratch();
        return scratch.isPresent()
                ? Optional.of(new SecondRehearsal(
                        new DatabaseRehearsal(target, looked, scratch.get()),
                        () -> TransactionRehearsal.in(target, looked)))
                : TransactionRehearsal.in(target, looked);
    }

    /**
     * What the database makes of a schema that is built from nothing.
     *
     * @throws dev.decant.failure.DecantException DCT-551 when it cannot be built
     */
    Schema built(Schema schema);

    /**
     * What a plan makes of a schema that was built from nothing.
     *
     * @return nothing when such a plan cannot be tried here
     * @throws dev.decant.failure.DecantException DCT-551 when the schema cannot be built, DCT-552 when the plan fails
     */
    Optional<Schema> after(Schema start, Plan plan);

    @Override
    void close();
}
