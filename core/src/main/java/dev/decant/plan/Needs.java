package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterObject;
import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Dialect;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.TablePart;
import dev.decant.model.extension.Extension;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the changes of a plan need of each other, for whoever wants some of them without the rest: what must be made before a change, by the
 * rules by which a plan is ordered, and the other half of what is dropped to come again.
 */
public final class Needs {
    private final List<Change> changes;
    private final List<Set<Integer>> needed;
    private final IdentityHashMap<Change, Integer> places = new IdentityHashMap<>();

    private Needs(List<Change> changes) {
        this.changes = List.copyOf(changes);
        this.needed = new ArrayList<>(changes.size());
        for (Change change : changes) {
            places.put(change, needed.size());
            needed.add(new TreeSet<>());
        }
    }

    /**
     * Those of changes.
     *
     * @param changes changes in an order in which they apply, each no further to be taken apart, as a plan has them
     * @param before the schema that they start from
     */
    public static Needs of(List<Change> changes, Schema before, Dialect dialect) {
        Needs needs = new Needs(changes);
        needs.order(before, dialect);
        needs.bringExtensions();
        needs.joinHalves();
        return needs;
    }

    /** What one of the changes needs by itself; what that needs in turn is not told. */
    public List<Change> of(Change change) {
        return needed.get(place(change)).stream().map(changes::get).toList();
    }

    /** All that some of the changes need, themselves included, in the order of the plan. */
    public List<Change> withNeeded(Collection<Change> chosen) {
        return changes(reach(chosen, needed));
    }

    /** The changes that can be made without some of them: all that do not need one of these. */
    public List<Change> without(Collection<Change> left) {
        List<Set<Integer>> needing = new ArrayList<>();
        changes.forEach(change -> needing.add(new TreeSet<>()));
        for (int i = 0; i < needed.size(); i++) {
            for (int need : needed.get(i)) {
                needing.get(need).add(i);
            }
        }
        Set<Integer> impossible = reach(left, needing);
        return IntStream.range(0, changes.size())
                .filter(i -> !impossible.contains(i))
                .mapToObj(changes::get)
                .toList();
    }

    private Set<Integer> reach(Collection<Change> from, List<Set<Integer>> steps) {
        Set<Integer> reached = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        from.forEach(change -> open.add(place(change)));
        while (!open.isEmpty()) {
            int next = open.remove();
            if (reached.add(next)) {
                open.addAll(steps.get(next));
            }
        }
        return reached;
    }

    private List<Change> changes(Set<Integer> reached) {
        return reached.stream().map(changes::get).toList();
    }

    private int place(Change change) {
        return Objects.requireNonNull(places.get(change), "a change of another plan");
    }

    private void order(Schema before, Dialect dialect) {
        Schema after = Changes.apply(changes, before, dialect.syntax());
        KnownColumns columns = KnownColumns.of(before, after);
        Footprints footprints = new Footprints(dialect, columns, Loosened.NOTHING);
        Lifetimes lifetimes = new Lifetimes(true);
        SchemaBuilder state = before.toBuilder();
        List<Footprint> all = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            all.add(footprints.of(changes.get(i), state.view()));
            lifetimes.note(i, all.getLast());
            changes.get(i).applyTo(state, dialect.syntax());
        }
        freeMembers(all);
        lifetimes.orders(
                new Sorter(dialect, columns, Loosened.NOTHING).wasThere(before), this::needs, (first, second) -> {});
    }

    /** A member goes with its object, and what still uses it, as a default does, is changed along. */
    private void freeMembers(List<Footprint> footprints) {
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof AlterObject alter) {
                Set<Reference> gone = new HashSet<>(alter.before().provides());
                gone.removeAll(alter.after().provides());
                for (int user = 0; user < changes.size() && !gone.isEmpty(); user++) {
                    Footprint footprint = footprints.get(user);
                    if (!(Collections.disjoint(footprint.releases(), gone)
                            && Collections.disjoint(footprint.leaves(), gone))) {
                        needs(user, i);
                    }
                }
            }
        }
    }

    private void needs(int first, int second) {
        if (first != second) {
            needed.get(second).add(first);
        }
    }

    /** Anything may rest on an extension without naming it. */
    private void bringExtensions() {
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof CreateObject create
                    && create.object().kind().equals(Extension.KIND)) {
                for (int other = i + 1; other < changes.size(); other++) {
                    needs(i, other);
                }
            }
        }
    }

    private void joinHalves() {
        Map<Spot, Integer> dropped = new HashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            switch (changes.get(i)) {
                case DropTable drop -> dropped.put(new Spot.OfTable(drop.table().name()), i);
                case DropObject drop ->
                    dropped.put(new Spot.OfObject(drop.object().key()), i);
                case DropPart drop -> dropped.put(Spot.of(drop.table(), drop.part()), i);
                case CreateTable create ->
                    join(dropped.get(new Spot.OfTable(create.table().name())), i);
                case CreateObject create ->
                    join(dropped.get(new Spot.OfObject(create.object().key())), i);
                case AddPart add -> join(dropped.get(Spot.of(add.table(), add.part())), i);
                default -> {}
            }
        }
    }

    private void join(@Nullable Integer drop, int create) {
        if (drop != null) {
            needs(create, drop);
            needs(drop, create);
        }
    }

    /** A place that one thing can have at a time. */
    private sealed interface Spot {
        record OfTable(ObjectName table) implements Spot {}

        record OfObject(ObjectKey key) implements Spot {}

        record OfPart(ObjectName table, PartKind kind, String name) implements Spot {}

        static Spot of(ObjectName table, TablePart part) {
            return new OfPart(table, part.partKind(), part.name());
        }
    }
}
