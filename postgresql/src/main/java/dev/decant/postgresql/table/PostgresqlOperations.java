package dev.decant.postgresql.table;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.change.Verb;
import dev.decant.dialect.Operation;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Descent;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Joins what cannot be done change by change: a table that gets other parents changes as a whole, tables that become logged or unlogged do
 * so together, a sequence joins or leaves a column together with the column's change, and an index of a partitioned table goes together
 * with those of its partitions that hold constraints of their own.
 */
public final class PostgresqlOperations {
    private final List<Change> changes;
    private final Descent descent;
    private final Map<ObjectName, List<Change>> families = new LinkedHashMap<>();
    private final Set<ObjectName> faithful = new HashSet<>();
    private final Map<Change, List<Change>> indexes = new LinkedHashMap<>();
    private final Map<ObjectName, List<Change>> rebuilds = new LinkedHashMap<>();
    private final List<Change> persistence = new ArrayList<>();
    private final PostgresqlHandovers handovers;
    private final PostgresqlTypedTables typed;
    private final PostgresqlStrictness strictness;
    private final PostgresqlNotNullRenames renames;
    private final PostgresqlHeirs heirs;
    private final PostgresqlRetyping retyping;
    private final PostgresqlRenewals renewals;
    private final PostgresqlToldHeirs told;

    private PostgresqlOperations(List<Change> changes, Schema before) {
        this.changes = changes;
        this.handovers = new PostgresqlHandovers(changes, before);
        this.typed = new PostgresqlTypedTables(changes, before);
        SchemaView view = before.toBuilder().view();
        this.retyping = new PostgresqlRetyping(changes, view);
        this.renewals = new PostgresqlRenewals(changes, view);
        this.descent = new Descent(before);
        Map<ObjectName, Table> dropped = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof DropTable drop) {
                dropped.put(drop.table().name(), drop.table());
            } else if (change instanceof CreateTable(Table table)) {
                descent.add(table.name(), table.lineage());
                Optional.ofNullable(dropped.get(table.name()))
                        .filter(former -> !isForeign(former) && !isForeign(table))
                        .ifPresent(former -> comesAnew(table, dropped.keySet()));
            }
        }
        this.strictness = new PostgresqlStrictness(changes, descent);
        this.renames = new PostgresqlNotNullRenames(changes, descent);
        this.heirs = new PostgresqlHeirs(changes, descent);
        Map<ObjectName, List<Change>> rebound = new HashMap<>();
        changes.forEach(change -> {
            descent(change)
                    .ifPresent(table -> families.put(
                            table,
                            rebound(change)
                                    .map(parent -> rebound.computeIfAbsent(parent, name -> new ArrayList<>()))
                                    .orElseGet(ArrayList::new)));
            if (change instanceof AlterTable alter && keepsParents(alter)) {
                faithful.add(alter.table());
            }
            if (change instanceof DropPart) {
                indexes.put(change, new ArrayList<>(List.of(change)));
            }
        });
        this.told = new PostgresqlToldHeirs(changes, view, table -> moved(table).isPresent());
    }

    /** The changes of a table that gets other parents, or of which the parent comes anew. */
    private Optional<List<Change>> moved(ObjectName table) {
        return Optional.ofNullable(families.get(table)).or(() -> renewals.ofHeir(table));
    }

    private void comesAnew(Table table, Set<ObjectName> dropped) {
        Set<ObjectName> ancestors = descent.ancestors(table.name());
        if (!Collections.disjoint(ancestors, rebuilds.keySet())) {
            return;
        }
        if (!Collections.disjoint(ancestors, dropped)) {
            throw new UnsupportedChangeException(
                    "table " + table.name(),
                    "it holds rows of its own for a table that comes to be on another server, and would have to go with it",
                    "let it have no parents in a first migration, and have them again in a second one");
        }
        rebuilds.put(table.name(), new ArrayList<>());
    }

    private static boolean isForeign(Table table) {
        return PostgresqlForeign.isForeign(table.options());
    }

    /** The table that goes and comes again, if there is one. */
    public static Optional<ObjectName> rebuilt(List<Change> changes) {
        Set<ObjectName> dropped = new HashSet<>();
        changes.forEach(change -> {
            if (change instanceof DropTable drop) {
                dropped.add(drop.table().name());
            }
        });
        return changes.stream()
                .filter(CreateTable.class::isInstance)
                .map(change -> ((CreateTable) change).table().name())
                .filter(dropped::contains)
                .findFirst();
    }

    /** The changes of a table that goes and comes again: that, its partitions before and after, and what becomes of its values. */
    private Optional<List<Change>> rebuild(Change change) {
        return switch (change) {
            case CreateTable(Table table) -> rebuild(table.name());
            case DropTable(Table table) -> rebuild(table.name());
            case ConvertColumn convert -> rebuild(convert.table());
            case DropPart(ObjectName table, Column column) -> rebuild(table);
            case AddPart(ObjectName table, Column column) -> rebuild(table);
            default -> Optional.empty();
        };
    }

    /** Whether a table comes anew, or with a sequence that another had. */
    private boolean comesFirst(Change change) {
        return change instanceof CreateTable(Table table)
                && (rebuilds.containsKey(table.name())
                        || renewals.of(change).isPresent()
                        || handovers.of(change).isPresent());
    }

    /** A table that gets other parents has no share in what becomes of those that it had. */
    private Optional<List<Change>> rebuild(ObjectName table) {
        return families.containsKey(table)
                ? Optional.empty()
                : Stream.concat(Stream.of(table), descent.ancestors(table).stream())
                        .flatMap(name -> Optional.ofNullable(rebuilds.get(name)).stream())
                        .findFirst();
    }

    public static List<Operation> of(List<Change> changes, Schema before) {
        PostgresqlRowSuccessors.refuse(changes, before, PostgresqlText.SYNTAX);
        return new PostgresqlOperations(changes, before).operations();
    }

    private List<Operation> operations() {
        List<List<Change>> groups = new ArrayList<>();
        Set<List<Change>> begun = Collections.newSetFromMap(new IdentityHashMap<>());
        int tail = changes.size()
                - (int) changes.reversed().stream()
                        .takeWhile(change -> change.verb() == Verb.RENAME)
                        .count();
        List<Change> rest = new ArrayList<>();
        for (Change change : changes.subList(0, tail)) {
            told.of(change)
                    .ifPresentOrElse(
                            split -> rest.addAll(along(split, groups, begun)), () -> join(change, groups, begun));
        }
        rest.forEach(change -> join(change, groups, begun));
        if (!persistence.isEmpty()) {
            groups.add(persistence);
        }
        Stream.of(handovers.all(), retyping.all(), strictness.all(), renames.all())
                .flatMap(Collection::stream)
                .filter(group -> !group.isEmpty() && begun.add(group))
                .forEach(groups::add);
        // What is joined names its tables as they are called before the renames at the end.
        changes.subList(tail, changes.size()).forEach(change -> groups.add(List.of(change)));
        return groups.stream().map(Operation::new).toList();
    }

    /** Has a column go along with a table above it; what is left comes later. */
    private List<Change> along(PostgresqlToldHeirs.Split split, List<List<Change>> groups, Set<List<Change>> begun) {
        List<Change> group = moved(split.above()).orElseThrow();
        int renames = (int) changes.stream()
                .takeWhile(change -> change.verb() == Verb.RENAME)
                .count();
        split.ahead().ifPresent(ahead -> groups.add(begun.contains(group) ? renames : groups.size(), List.of(ahead)));
        group.add(split.along());
        return split.later().stream().map(Change.class::cast).toList();
    }

    private void join(Change change, List<List<Change>> groups, Set<List<Change>> begun) {
        Optional<List<Change>> joined = rebuild(change)
                .or(() -> typed.of(change))
                .or(() -> family(change))
                .or(() -> renewals.of(change))
                .or(() -> persistence(change))
                .or(() -> handovers.of(change))
                .or(() -> retyping.of(change))
                .or(() -> strictness.of(change))
                .or(() -> renames.of(change))
                .or(() -> heirs.of(change))
                .or(() -> parentsDrop(change));
        // What comes after a table that comes anew, takes over a sequence, or gets other parents, is about what it is
        // then; what is of a type lets go of that first.
        joined.filter(group ->
                        comesFirst(change) || descent(change).isPresent() || isOfTypes(change) || heirs.is(group))
                .filter(begun::add)
                .ifPresent(groups::add);
        joined.ifPresentOrElse(
                group -> group.add(change), () -> groups.add(indexes.getOrDefault(change, List.of(change))));
    }

    private boolean isOfTypes(Change change) {
        return rebuild(change).isEmpty() && typed.of(change).isPresent();
    }

    /** The tables that become logged or unlogged, if this is one of them. */
    private Optional<List<Change>> persistence(Change change) {
        return PostgresqlPersistence.isOf(change) ? Optional.of(persistence) : Optional.empty();
    }

    /** The table that gets other parents by the change. */
    public static Optional<ObjectName> descent(Change change) {
        return change instanceof AlterTable alter
                        && PostgresqlDescents.changes(
                                alter.before().lineage(), alter.after().lineage())
                ? Optional.of(alter.table())
                : Optional.empty();
    }

    /** The tables that get other parents. */
    public static List<ObjectName> descents(Operation operation) {
        return operation.changes().stream()
                .flatMap(change -> descent(change).stream())
                .distinct()
                .toList();
    }

    /** The table of which a partition gets other rows; all of those leave before the first of them takes what was another's. */
    private static Optional<ObjectName> rebound(Change change) {
        return change instanceof AlterTable alter
                        && alter.before().lineage().isPartition()
                        && alter.after().lineage().isPartition()
                        && keepsParents(alter)
                ? Optional.of(alter.after().lineage().parents().getFirst())
                : Optional.empty();
    }

    private static boolean keepsParents(AlterTable alter) {
        return alter.before().lineage().hasSameParents(alter.after().lineage());
    }

    /**
     * The changes of a table that gets other parents, if this is one of them; foreign keys that come have an order of their own, and so have
     * the checks of a partition whose bound alone becomes another.
     */
    private Optional<List<Change>> family(Change change) {
        Optional<ObjectName> table = switch (change) {
            case AlterTable alter -> Optional.of(alter.table());
            case AddPart(ObjectName name, TablePart part) ->
                part instanceof Constraint.ForeignKey || isOwnCheck(name, part) ? Optional.empty() : Optional.of(name);
            case DropPart(ObjectName name, TablePart part) ->
                isOwnCheck(name, part) ? Optional.empty() : Optional.of(name);
            case AlterPart alter -> isOfDefault(alter) ? Optional.empty() : Optional.of(alter.table());
            default -> Optional.empty();
        };
        return table.flatMap(name -> Optional.ofNullable(families.get(name)));
    }

    private boolean isOwnCheck(ObjectName table, TablePart part) {
        return part instanceof Constraint.Check && faithful.contains(table);
    }

    /** Whether all that happens is that a column has no default any more, or has one now: what that calls may go before all else, or come after. */
    private static boolean isOfDefault(AlterPart alter) {
        return alter.before() instanceof Column before
                && alter.after() instanceof Column after
                && (before.fill() instanceof Fill.Default) != (after.fill() instanceof Fill.Default)
                && bare(before).equals(bare(after));
    }

    private static Column bare(Column column) {
        return column.fill() instanceof Fill.Default ? column.withFill(Fill.NOTHING) : column;
    }

    /** What drops the index that this one is a part of. */
    private Optional<List<Change>> parentsDrop(Change change) {
        if (!(change instanceof DropPart(ObjectName table, TablePart part)) || !PostgresqlAttached.isAttached(part)) {
            return Optional.empty();
        }
        String parent = PostgresqlFamily.storage(part).getOrDefault(PostgresqlIndexStorage.PART_OF, "");
        return indexes.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof DropPart other
                        && other.part().name().equals(parent)
                        && descent.isDescendant(table, other.table()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
