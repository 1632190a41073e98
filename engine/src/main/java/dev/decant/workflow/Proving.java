package dev.decant.workflow;

import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.dialect.Dialect;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.plan.Plan;
import dev.decant.rehearsal.Rehearsal;
import java.util.Optional;

/**
 * Tries a plan in a scratch place beside a database, where one can be made.
 *
 * @param target the database
 * @param scope whether roles, and what they may do, matter
 * @param dialect the dialect
 */
record Proving(Target target, Scope scope, Dialect dialect) {
    private static final String UNBUILDABLE = "DCT-551";

    /**
     * Tries the plan.
     *
     * @return why it could not be tried, in words that follow "since"; nothing when it could
     * @throws DecantException DCT-552 when it fails, DCT-553 when it leads elsewhere
     */
    Optional<String> unproven(Pair pair, Plan plan) {
        Optional<Rehearsal> place = Rehearsal.beside(target, scope);
        if (place.isEmpty()) {
            return Optional.of("this user may make neither a database nor a schema at " + target.display());
        }
        try (Rehearsal rehearsal = place.get()) {
            boolean tried = new Trial(rehearsal, dialect).prove(pair, plan);
            return tried
                    ? Optional.empty()
                    : Optional.of("it has statements that stand outside of transactions, and this user may not make a"
                            + " scratch database at " + target.display());
        } catch (DecantException failed) {
            Failure first = failed.failures().getFirst();
            if (first.code().equals(UNBUILDABLE)) {
                return Optional.of("what is there cannot be made anew: " + first.what());
            }
            throw failed;
        }
    }
}
