package dev.decant.workflow;

import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells of tables that declare other things of what their parents bring, which is said when a table is made and stays. */
final class DeclaredParts {
    private DeclaredParts() {}

    /** What is to be said of the tables that both schemas have with the same parents. */
    static List<String> remarks(Pair pair) {
        List<String> remarks = new ArrayList<>();
        for (Table wanted : pair.after().tables().values()) {
            pair.before()
                    .table(wanted.name())
                    .filter(there -> there.lineage().hasSameParents(wanted.lineage()))
                    .flatMap(there -> remark(wanted.name(), there.lineage(), wanted.lineage()))
                    .ifPresent(remarks::add);
        }
        return remarks;
    }

    private static Optional<String> remark(ObjectName table, Lineage there, Lineage wanted) {
        String found = told(there);
        String said = told(wanted);
        return isSame(there.declaredColumns(), wanted.declaredColumns())
                        && isSame(there.declaredChecks(), wanted.declaredChecks())
                ? Optional.empty()
                : Optional.of("of what its parents bring, %s declares %s itself in place of %s, which stays as it is"
                        .formatted(table, found, said));
    }

    private static boolean isSame(List<String> names, List<String> others) {
        return Set.copyOf(names).equals(Set.copyOf(others));
    }

    private static String told(Lineage lineage) {
        List<String> names = new ArrayList<>(lineage.declaredColumns());
        names.addAll(lineage.declaredChecks());
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }
}
