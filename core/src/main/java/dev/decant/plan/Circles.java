package dev.decant.plan;

import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The foreign keys between dropped tables that no order of dropping suits, because the tables point at each other in a circle, or because the
 * table that one points at comes again at once.
 */
final class Circles {
    private final List<DropPart> broken;

    private Circles(List<DropPart> broken) {
        this.broken = broken;
    }

    /**
     * Finds them.
     *
     * @param dropped the tables that are dropped
     * @param returning those of them that come again
     * @param isGoing whether a foreign key goes by itself
     */
    static Circles among(
            Set<ObjectName> dropped, Set<ObjectName> returning, Schema state, Predicate<DropPart> isGoing) {
        Map<ObjectName, List<DropPart>> incoming = new HashMap<>();
        for (ObjectName name : dropped) {
            for (Constraint.ForeignKey key :
                    state.table(name).map(Table::foreignKeys).orElse(List.of())) {
                if (!key.target().equals(name)) {
                    incoming.computeIfAbsent(key.target(), target -> new ArrayList<>())
                            .add(new DropPart(name, key));
                }
            }
        }
        Set<ObjectName> left = new HashSet<>(dropped);
        while (left.removeIf(table ->
                incoming.getOrDefault(table, List.of()).stream().noneMatch(key -> left.contains(key.table())))) {}
        List<DropPart> broken = new ArrayList<>();
        for (ObjectName table : dropped) {
            incoming.getOrDefault(table, List.of()).stream()
                    .filter(key -> returning.contains(table) || left.contains(table) && left.contains(key.table()))
                    .filter(key -> !isGoing.test(key))
                    .forEach(broken::add);
        }
        return new Circles(broken);
    }

    /** What breaks them. */
    List<DropPart> broken() {
        return broken;
    }

    /** A change of which nothing is left that these foreign keys have done already. */
    Change without(Change change) {
        if (!(change instanceof DropTable(Table table))) {
            return change;
        }
        Table rest = table;
        for (DropPart key : broken) {
            if (key.table().equals(table.name())) {
                rest = rest.without(PartKind.CONSTRAINT, key.part().name());
            }
        }
        return new DropTable(rest);
    }
}
