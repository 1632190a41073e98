package dev.decant.plan;

import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Dialect;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.privilege.Privileges;
import dev.decant.model.routine.Routine;
import dev.decant.model.view.MaterializedView;
import dev.decant.model.view.View;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the objects that have to step aside while what they rest on changes, and those that cannot become what they shall be in place: they
 * are dropped before and created again after it, and so is whatever rests on them.
 */
final class ReplacedObjects {
    private final Dialect dialect;
    private final Schema state;
    private final Loosened loosened;
    private final ObjectUses uses;
    private final Map<ObjectKey, SchemaObject> altered = new HashMap<>();
    private final SequencedMap<ObjectKey, SchemaObject> dropped = new LinkedHashMap<>();
    private final Set<Reference> coming = new HashSet<>();
    private final Set<Reference> stirred = new HashSet<>();
    private final Set<Reference> retyped = new HashSet<>();
    private final Map<Reference, Table> leaving = new HashMap<>();
    private final Set<ObjectName> taken = new HashSet<>();
    private final Set<ObjectName> divided = new HashSet<>();
    private OtherTypes otherTypes = OtherTypes.NONE;
    private final SequencedMap<ObjectKey, SchemaObject> replaced = new LinkedHashMap<>();
    private Optional<ObjectDependants> dependants = Optional.empty();
    private Optional<SuspendedParts> suspended = Optional.empty();

    ReplacedObjects(Dialect dialect, Schema state, Schema after, Loosened loosened) {
        this.dialect = dialect;
        this.state = state;
        this.loosened = loosened;
        this.uses = new ObjectUses(dialect, KnownColumns.of(state, after), loosened);
    }

    /** Looks at a change. */
    void note(Change change) {
        switch (change) {
            case DropPart(ObjectName table, Column column) -> {
                stir(table, column);
                stirSequence(table, column);
            }
            case DropPart(ObjectName table, Constraint.PrimaryKey key) ->
                stirred.add(new Reference.ToPrimaryKey(table));
            case AlterPart(ObjectName table, Column before, Column after) -> note(table, before, after);
            case ConvertColumn convert -> note(convert.table(), convert.before(), convert.after());
            case DropTable(Table table) -> {
                stirred.addAll(Uses.table(table.name()));
                table.columns().forEach(column -> stirSequence(table.name(), column));
                leaving.put(new Reference.ToRelation(table.name()), table);
            }
            case CreateTable(Table table) -> {
                taken.add(table.name());
                if (table.lineage().isPartition()) {
                    divided.addAll(table.lineage().parents());
                }
            }
            case DropObject(SchemaObject object) -> {
                dropped.put(object.key(), object);
                if (!(object instanceof Namespace || object instanceof Ownership)) {
                    // What is in a namespace that goes leaves it by itself, and one that is always there has nothing
                    // but lost its comment; what roles may do with a thing stays when that gets another owner.
                    stirred.addAll(object.provides());
                }
            }
            case CreateObject(SchemaObject object) -> coming.addAll(object.provides());
            case AlterObject(SchemaObject before, SchemaObject after) -> note(before, after);
            default -> {}
        }
    }

    private static boolean isOther(Column before, Column after) {
        return !before.type().equals(after.type()) || !before.collation().equals(after.collation());
    }

    private void note(ObjectName table, Column before, Column after) {
        boolean renewed = state.table(table)
                .filter(holder -> dialect.renews(holder.traits(), before, after))
                .isPresent();
        if (renewed) {
            stir(table, before);
        } else if (isOther(before, after)) {
            retype(table, before);
        }
        if (!before.fill().getClass().equals(after.fill().getClass())) {
            stirSequence(table, before);
        }
    }

    /**
     * The sequence of a column that goes, or counts in another way, is another afterwards, be it under its name; one of its name may come
     * with another column.
     */
    private void stirSequence(ObjectName table, Column column) {
        dialect.sequenceOf(table, column).ifPresent(sequence -> stirred.add(new Reference.ToRelation(sequence)));
    }

    private void note(SchemaObject before, SchemaObject after) {
        altered.put(before.key(), after);
        boolean steps = loosened.objects().contains(before.key()) && canRest(before) && !RestingTypes.isType(before);
        if (steps || !dialect.altersInPlace(before, after)) {
            replace(before);
        } else if (dialect.disturbs(before, after)) {
            stirred.addAll(before.provides());
            stirred.addAll(RestingTypes.providedOver(before.provides(), state));
        }
    }

    private void stir(ObjectName table, Column column) {
        stirred.add(new Reference.ToColumn(table, column.name()));
    }

    private void retype(ObjectName table, Column column) {
        retyped.add(new Reference.ToColumn(table, column.name()));
        stir(table, column);
    }

    /** Says that a column goes and comes back. */
    void goesAndComes(ObjectName table, Column column) {
        stir(table, column);
    }

    /** Looks at a change once all that step aside are known: what goes for good keeps nothing for later. */
    void forget(Change change) {
        suspended.ifPresent(parts -> parts.forget(change));
    }

    /** Follows everything that was said to what rests on it. */
    void replace() {
        otherTypes = OtherTypes.among(taken, coming, leaving.values(), dropped.values(), state);
        while (!stirred.isEmpty() && !state.objects().isEmpty()) {
            Set<Reference> moved = Set.copyOf(stirred);
            stirred.clear();
            for (SchemaObject object : dependants().of(moved)) {
                boolean steps =
                        !dropped.containsKey(object.key()) && !RestingTypes.isType(object) && !isOnNamesake(object);
                if (steps && (stillUses(object, moved) || isInTheWay(object, moved)) || isMadeOfOther(object)) {
                    replace(object);
                }
            }
        }
        stirred.clear();
    }

    private boolean isMadeOfOther(SchemaObject object) {
        return !dropped.containsKey(object.key())
                && otherTypes.includes(object, altered.getOrDefault(object.key(), object));
    }

    /**
     * Whether it is on one of two relations of a name, a table and a view, of which one goes and the other has come by that name in its place:
     * what is on the one that goes does so by itself.
     */
    private boolean isOnNamesake(SchemaObject object) {
        return object.holder()
                .filter(holder -> state.table(holder).isPresent())
                .filter(holder -> state.objects().containsKey(new ObjectKey(View.KIND, holder))
                        || state.objects().containsKey(new ObjectKey(MaterializedView.KIND, holder)))
                .isPresent();
    }

    /** Whether an object can be in the way of anything: others say what they rest on and are taken care of by their order. */
    private static boolean canRest(SchemaObject object) {
        return !object.code().isEmpty()
                || object.holder().isPresent()
                || object instanceof Privileges
                || object instanceof Ownership;
    }

    private boolean stillUses(SchemaObject object, Set<Reference> moved) {
        SchemaObject after = altered.getOrDefault(object.key(), object);
        Set<Reference> used = new HashSet<>(uses.usedBy(after));
        if (object instanceof Privileges) {
            // What roles may do with a column stays while that gets another type.
            used.removeAll(retyped);
        }
        // A server remembers with what a routine came to its language, whatever it says of it.
        return (canRest(object) || object instanceof Routine) && !Collections.disjoint(used, moved);
    }

    /** Whether it rests on a table that has to go before another takes its name or its rows, which it may want to rest on instead. */
    private boolean isInTheWay(SchemaObject object, Set<Reference> moved) {
        return canRest(object)
                && uses.usedBy(object).stream()
                        .filter(moved::contains)
                        .flatMap(used -> Optional.ofNullable(leaving.get(used)).stream())
                        .anyMatch(this::isSucceeded);
    }

    private boolean isSucceeded(Table table) {
        Lineage lineage = table.lineage();
        return taken.contains(table.name()) || lineage.isPartition() && divided.containsAll(lineage.parents());
    }

    private void replace(SchemaObject object) {
        if (replaced.putIfAbsent(object.key(), object) == null) {
            stirred.addAll(object.provides());
        }
    }

    private ObjectDependants dependants() {
        ObjectDependants known = dependants.orElseGet(() -> ObjectDependants.of(state, uses));
        dependants = Optional.of(known);
        return known;
    }

    /** Whether no object has to step aside. */
    boolean isEmpty() {
        return replaced.isEmpty() && succeeded().isEmpty();
    }

    /** The routines that go while others come under their name: whoever calls one by that name has to let go of it. */
    private List<SchemaObject> succeeded() {
        return dropped.sequencedValues().stream()
                .filter(object -> object.provides().stream()
                        .anyMatch(gone -> gone instanceof Reference.ToRoutine && coming.contains(gone)))
                .toList();
    }

    /** The parts of tables that rest on the objects, to be dropped before and added after. */
    List<DropPart> parts() {
        return isEmpty() ? List.of() : suspended().parts();
    }

    private SuspendedParts suspended() {
        List<SchemaObject> gone = Stream.concat(replaced.sequencedValues().stream(), succeeded().stream())
                .toList();
        SuspendedParts known = suspended
                .filter(parts -> parts.isOf(gone.size()))
                .orElseGet(() -> SuspendedParts.of(dialect, state, uses, gone));
        suspended = Optional.of(known);
        return known;
    }

    /** What takes the objects away. */
    List<Change> before() {
        return isEmpty()
                ? List.of()
                : Stream.concat(
                                replaced.sequencedValues().reversed().stream().<Change>map(DropObject::new),
                                suspended().taken())
                        .toList();
    }

    /** A change as it is when the objects are away; nothing when it is done by their coming back. */
    Stream<Change> apart(Change change) {
        if (change instanceof AlterObject alter
                && replaced.containsKey(alter.before().key())) {
            return Stream.empty();
        }
        return isEmpty() ? Stream.of(change) : suspended().apart(change);
    }

    /** What brings them back, as they shall be. */
    List<Change> after() {
        return isEmpty()
                ? List.of()
                : Stream.concat(
                                replaced.values().stream()
                                        .<Change>map(
                                                object -> new CreateObject(altered.getOrDefault(object.key(), object))),
                                suspended().given())
                        .toList();
    }
}
