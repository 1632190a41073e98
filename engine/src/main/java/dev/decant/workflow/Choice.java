package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.dialect.Dialect;
import dev.decant.failure.Failure;
import dev.decant.model.Schema;
import dev.decant.plan.Needs;
import dev.decant.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of the changes between two schemas somebody wants; what they need comes along.
 *
 * @param names what the wanted ones are called, as {@link #names} calls them; none for all changes
 */
public record Choice(Set<String> names) {
    /** All changes. */
    public static final Choice ALL = new Choice(Set.of());

    /** Copies the set. */
    public Choice {
        names = Set.copyOf(names);
    }

    /** What changes are called, each otherwise than those before it; changes of a later comparison that are the same are called the same. */
    public static List<String> names(List<Change> changes) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>(changes.size());
        for (Change change : changes) {
            String name = change.describe();
            while (!taken.add(name)) {
                name += " again";
            }
            names.add(name);
        }
        return names;
    }

    /** Whether it is all of them. */
    public boolean isAll() {
        return names.isEmpty();
    }

    /** Whether each of the chosen is one of these. */
    boolean isAmong(List<Change> changes) {
        return names(changes).containsAll(names);
    }

    /**
     * The chosen changes of a plan with all that they need, in its order.
     *
     * @param before the schema that the plan starts from
     * @throws dev.decant.failure.DecantException DCT-407 when one of the chosen is not in the plan
     */
    public List<Change> of(Plan plan, Schema before, Dialect dialect) {
        if (isAll()) {
            return plan.changes();
        }
        return Needs.of(plan.changes(), before, dialect).withNeeded(chosen(plan.changes()));
    }

    private List<Change> chosen(List<Change> changes) {
        List<String> known = names(changes);
        Set<String> missing = new HashSet<>(names);
        List<Change> chosen = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            if (missing.remove(known.get(i))) {
                chosen.add(changes.get(i));
            }
        }
        if (!missing.isEmpty()) {
            throw Failure.of(
                            "DCT-407",
                            "this is not among the changes: "
                                    + String.join(
                                            "; ", missing.stream().sorted().toList()))
                    .next(
                            "look at the changes again: a migration may have it already, or the code says something else by now")
                    .exception();
        }
        return chosen;
    }
}
