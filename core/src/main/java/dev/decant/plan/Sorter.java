package dev.decant.plan;

import dev.decant.change.AlterObject;
import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.change.RenameObject;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Operation;
import dev.decant.model.ObjectKind;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.privilege.DefaultPrivileges;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Orders operations by what their changes provide, use and destroy. */
final class Sorter {
    private final Dialect dialect;
    private final KnownColumns columns;
    private final Loosened loosened;
    private final Uses uses;

    Sorter(Dialect dialect, KnownColumns columns, Loosened loosened) {
        this.dialect = dialect;
        this.columns = columns;
        this.loosened = loosened;
        uses = new Uses(dialect);
    }

    /**
     * The operations in an order in which each finds what it needs.
     *
     * @throws CircleException when there is none
     */
    List<Operation> sort(List<Operation> operations, Schema before) {
        Footprints footprints = new Footprints(dialect, columns, loosened);
        Ordering ordering =
                new Ordering(operations.stream().mapToInt(Sorter::rank).toArray());
        Lifetimes lifetimes = new Lifetimes(!loosened.equals(Loosened.NOTHING));
        BroughtNames brought = new BroughtNames(dialect, operations);
        List<Integer> owners = new ArrayList<>();
        SchemaBuilder state = before.toBuilder();
        for (int i = 0; i < operations.size(); i++) {
            for (Change change : operations.get(i).changes()) {
                lifetimes.note(owners.size(), footprints.of(change, state.view()));
                owners.add(i);
                brought.note(i, change, state.view());
                change.applyTo(state, dialect.syntax());
            }
        }
        lifetimes.orders(
                wasThere(before),
                (first, second) -> ordering.before(owners.get(first), owners.get(second)),
                (first, second) -> ordering.preferably(owners.get(first), owners.get(second)));
        foundations(operations, ordering);
        brought.order(ordering);
        Households.order(operations, columns, ordering);
        Namesakes.order(operations, columns, ordering);
        MadeTables.order(operations, dialect, ordering);
        FilledViews.order(operations, columns, new ObjectUses(dialect, columns, loosened), state.view(), ordering);
        return new Joining(dialect, operations, ordering).ordered();
    }

    private static int rank(Operation operation) {
        return Ranks.of(operation.changes());
    }

    /** Tells whether something is there before all changes. */
    Predicate<Reference> wasThere(Schema before) {
        Set<Reference> there = new HashSet<>();
        for (Table table : before.tables().values()) {
            there.addAll(uses.providedBy(table));
        }
        for (SchemaObject object : before.objects().values()) {
            there.addAll(object.provides());
        }
        return there::contains;
    }

    /**
     * What anything may rest on without saying so comes before all else, and goes after it; but for default privileges, which others go
     * without, as whatever comes has to.
     */
    private static void foundations(List<Operation> operations, Ordering ordering) {
        for (int i = 0; i < operations.size(); i++) {
            switch (operations.get(i).changes().getFirst()) {
                case DropObject(DefaultPrivileges former) -> beforeWhatComes(i, operations, ordering);
                case AlterObject(DefaultPrivileges former, DefaultPrivileges after) ->
                    beforeWhatComes(i, operations, ordering);
                case CreateObject create
                when create.object().kind().foundation() -> {
                    for (int other : resting(operations)) {
                        ordering.before(i, other);
                    }
                }
                case DropObject drop
                when drop.object().kind().foundation() -> {
                    for (int other : resting(operations)) {
                        ordering.before(other, i);
                    }
                }
                default -> {}
            }
        }
    }

    private static void beforeWhatComes(int first, List<Operation> operations, Ordering ordering) {
        for (int other : resting(operations)) {
            Change change = operations.get(other).changes().getFirst();
            if (change instanceof CreateObject || change instanceof CreateTable) {
                ordering.before(first, other);
            }
        }
    }

    private static List<Integer> resting(List<Operation> operations) {
        List<Integer> resting = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            ObjectKind<?> kind = switch (operations.get(i).changes().getFirst()) {
                case CreateObject create -> create.object().kind();
                case DropObject drop -> drop.object().kind();
                case AlterObject alter -> alter.after().kind();
                case RenameObject rename -> rename.before().kind();
                default -> null;
            };
            if (kind == null || !(kind.foundation() || kind.equals(Namespace.KIND))) {
                resting.add(i);
            }
        }
        return resting;
    }
}
