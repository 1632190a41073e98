package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Dialect;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.TableTraits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tables that cannot become what they shall be: all that happens to one is that it goes and comes again, with the partitions that stay its
 * own. How values of another type are computed, or that they are given up, is said before it goes.
 */
final class Rebuilding {
    private final Dialect dialect;
    private final Schema before;

    Rebuilding(Dialect dialect, Schema before) {
        this.dialect = dialect;
        this.before = before;
    }

    List<Change> rebuilt(List<Change> changes) {
        Set<ObjectName> stiff = new HashSet<>();
        changes.forEach(change -> stiff(change).ifPresent(stiff::add));
        Set<ObjectName> alone = new HashSet<>(stiff);
        changes.forEach(change -> stiff.addAll(onWhatGoes(change)));
        Map<ObjectName, TableTraits> leaving = dialect.comingAnew(changes, before);
        stiff.addAll(leaving.keySet());
        if (stiff.isEmpty()) {
            return changes;
        }
        Schema after = Changes.apply(changes, before, dialect.syntax());
        changes.forEach(change -> alone.removeAll(onWhatGoes(change)));
        alone.removeAll(leaving.keySet());
        alone.removeIf(table -> carriesRows(table, after));
        List<ObjectName> tables = withPartitions(stiff, alone, after);
        List<ObjectName> carried =
                tables.stream().filter(table -> carriesRows(table, after)).toList();
        List<Change> all = new ArrayList<>(conversions(changes, carried));
        leaving.forEach((table, traits) -> letGo(table, traits).ifPresent(all::add));
        Schema converted = Changes.apply(all, before, dialect.syntax());
        Set<ObjectName> left = leaving(changes, tables);
        List<Change> others = changes.stream()
                .filter(change -> table(change).filter(tables::contains).isEmpty())
                .toList();
        others.stream().filter(change -> isOf(change, left)).forEach(all::add);
        tables.reversed()
                .forEach(table -> all.add(new DropTable(converted.table(table).orElseThrow())));
        tables.forEach(table -> all.add(new CreateTable(after.table(table).orElseThrow())));
        others.stream().filter(change -> !isOf(change, left)).forEach(all::add);
        return all;
    }

    private Optional<Change> letGo(ObjectName table, TableTraits traits) {
        return before.table(table)
                .map(Table::traits)
                .filter(now -> !now.equals(traits))
                .map(now -> new AlterTable(table, now, traits));
    }

    /** The partitions that tables let go before they go themselves. */
    private static Set<ObjectName> leaving(List<Change> changes, List<ObjectName> tables) {
        Set<ObjectName> leaving = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof AlterTable alter) {
                Set<ObjectName> left = new HashSet<>(alter.before().lineage().parents());
                left.removeAll(alter.after().lineage().parents());
                left.retainAll(tables);
                if (!left.isEmpty()) {
                    leaving.add(alter.table());
                }
            }
        }
        return leaving;
    }

    private static boolean isOf(Change change, Set<ObjectName> tables) {
        return table(change).filter(tables::contains).isPresent();
    }

    /** The table that cannot become what the change makes of it. */
    private Optional<ObjectName> stiff(Change change) {
        boolean bends = switch (change) {
            case AlterTable alter -> dialect.altersInPlace(alter.before(), alter.after());
            case AlterPart(ObjectName table, Column from, Column to) -> lets(table, from, to);
            case ConvertColumn convert -> lets(convert.table(), convert.before(), convert.after());
            default -> true;
        };
        return bends ? Optional.empty() : table(change);
    }

    /** The tables of which nothing but the definition is here, on an object that has to go to become another. */
    private List<ObjectName> onWhatGoes(Change change) {
        return change instanceof AlterObject(SchemaObject from, SchemaObject to) && !dialect.altersInPlace(from, to)
                ? before.tables().values().stream()
                        .filter(table -> !dialect.carriesRows(table.traits(), table.traits()))
                        .filter(table -> !Collections.disjoint(dialect.neededBy(table.traits()), from.provides()))
                        .map(Table::name)
                        .toList()
                : List.of();
    }

    private boolean carriesRows(ObjectName table, Schema after) {
        return dialect.carriesRows(
                before.table(table).orElseThrow().traits(),
                after.table(table).orElseThrow().traits());
    }

    private boolean lets(ObjectName table, Column from, Column to) {
        return before.table(table).stream().allMatch(each -> dialect.altersInPlace(each.traits(), from, to));
    }

    /**
     * The tables and those that hold rows for them before and after, parents first.
     *
     * @param alone those that go and come without rows, and leave to tables that inherit from them what these hold
     */
    private List<ObjectName> withPartitions(Set<ObjectName> stiff, Set<ObjectName> alone, Schema after) {
        Descent former = new Descent(before);
        Descent later = new Descent(after);
        return before.tables().keySet().stream()
                .filter(after.tables()::containsKey)
                .filter(table -> stiff.contains(table)
                        || !Collections.disjoint(former.ancestors(table), stiff)
                                && !Collections.disjoint(later.ancestors(table), stiff)
                                && !(isHeir(table, before, former, stiff, alone)
                                        && isHeir(table, after, later, stiff, alone)))
                .sorted(Comparator.comparingInt(table -> later.ancestors(table).size()))
                .toList();
    }

    private static boolean isHeir(
            ObjectName table, Schema schema, Descent descent, Set<ObjectName> stiff, Set<ObjectName> alone) {
        return schema.table(table).filter(each -> !each.lineage().isPartition()).isPresent()
                && descent.ancestors(table).stream().filter(stiff::contains).allMatch(alone::contains);
    }

    private List<Change> conversions(List<Change> changes, List<ObjectName> tables) {
        return changes.stream()
                .filter(change -> switch (change) {
                    case ConvertColumn convert -> dialect.altersInPlace(convert.before(), convert.after());
                    case DropPart drop -> drop.part() instanceof Column;
                    default -> false;
                })
                .filter(change -> table(change).filter(tables::contains).isPresent())
                .toList();
    }

    private static Optional<ObjectName> table(Change change) {
        return switch (change) {
            case AlterTable alter -> Optional.of(alter.table());
            case AddPart add -> Optional.of(add.table());
            case DropPart drop -> Optional.of(drop.table());
            case AlterPart alter -> Optional.of(alter.table());
            case ConvertColumn convert -> Optional.of(convert.table());
            default -> Optional.empty();
        };
    }
}
