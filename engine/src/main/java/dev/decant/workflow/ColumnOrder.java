package dev.decant.workflow;

import dev.decant.model.Column;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells of columns that stand in another order. It is of no concern to a program that names them, and no database can change it. */
final class ColumnOrder {
    private ColumnOrder() {}

    /** What is to be said of the tables that both schemas have. */
    static List<String> remarks(Pair pair) {
        List<String> remarks = new ArrayList<>();
        for (Table wanted : pair.after().tables().values()) {
            pair.before()
                    .table(wanted.name())
                    .flatMap(there -> remark(there, wanted))
                    .ifPresent(remarks::add);
        }
        return remarks;
    }

    private static Optional<String> remark(Table there, Table wanted) {
        List<String> found = shared(there, wanted);
        List<String> said = shared(wanted, there);
        return found.equals(said)
                ? Optional.empty()
                : Optional.of("the columns of %s stand in another order, which stays as it is: %s in place of %s"
                        .formatted(wanted.name(), String.join(", ", found), String.join(", ", said)));
    }

    private static List<String> shared(Table table, Table other) {
        Set<String> names =
                new HashSet<>(other.columns().stream().map(Column::name).toList());
        return table.columns().stream()
                .map(Column::name)
                .filter(names::contains)
                .toList();
    }
}
