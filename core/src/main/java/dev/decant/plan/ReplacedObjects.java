package dev.decant.plan;

import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateObject;
import dev.decant.change.DropObject;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Dialect;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
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
    private final ObjectUses uses;
    private final Map<ObjectKey, SchemaObject> altered = new HashMap<>();
    private final Set<ObjectKey> dropped = new HashSet<>();
    private final Set<Reference> stirred = new HashSet<>();
    private final SequencedMap<ObjectKey, SchemaObject> replaced = new LinkedHashMap<>();
    private Optional<ObjectDependants> dependants = Optional.empty();
    private Optional<SuspendedParts> suspended = Optional.empty();

    ReplacedObjects(Dialect dialect, Schema state, Schema after) {
        this.dialect = dialect;
        this.state = state;
        this.uses = new ObjectUses(dialect, KnownColumns.of(state, after));
    }

    /** Looks at a change. */
    void note(Change change) {
        switch (change) {
            case DropPart(ObjectName table, Column column) -> stir(table, column);
            case DropPart(ObjectName table, Constraint.PrimaryKey key) ->
                stirred.add(new Reference.ToPrimaryKey(table));
            case AlterPart(ObjectName table, Column before, Column after) -> {
                if (isOther(before, after)) {
                    stir(table, before);
                }
            }
            case ConvertColumn convert -> stir(convert.table(), convert.before());
            case DropTable(Table table) -> stirred.addAll(Uses.table(table.name()));
            case DropObject(SchemaObject object) -> {
                dropped.add(object.key());
                stirred.addAll(object.provides());
            }
            case AlterObject(SchemaObject before, SchemaObject after) -> note(before, after);
            default -> {}
        }
    }

    private static boolean isOther(Column before, Column after) {
        return !before.type().equals(after.type()) || !before.collation().equals(after.collation());
    }

    private void note(SchemaObject before, SchemaObject after) {
        altered.put(before.key(), after);
        if (!dialect.altersInPlace(before, after)) {
            replace(before);
        } else if (dialect.disturbs(before, after)) {
            stirred.addAll(before.provides());
            stirred.addAll(RestingTypes.providedOver(before.provides(), state));
        }
    }

    private void stir(ObjectName table, Column column) {
        stirred.add(new Reference.ToColumn(table, column.name()));
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
        while (!stirred.isEmpty() && !state.objects().isEmpty()) {
            Set<Reference> moved = Set.copyOf(stirred);
            stirred.clear();
            for (SchemaObject object : dependants().of(moved)) {
                boolean steps = !dropped.contains(object.key()) && !RestingTypes.isType(object);
                if (steps && stillUses(object, moved)) {
                    replace(object);
                }
            }
        }
        stirred.clear();
    }

    /** Whether an object can be in the way of anything: others say what they rest on and are taken care of by their order. */
    private static boolean canRest(SchemaObject object) {
        return !object.code().isEmpty() || object.holder().isPresent();
    }

    private boolean stillUses(SchemaObject object, Set<Reference> moved) {
        SchemaObject after = altered.getOrDefault(object.key(), object);
        return canRest(object) && !Collections.disjoint(uses.usedBy(after), moved);
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
        return replaced.isEmpty();
    }

    /** The parts of tables that rest on the objects, to be dropped before and added after. */
    List<DropPart> parts() {
        return replaced.isEmpty() ? List.of() : suspended().parts();
    }

    private SuspendedParts suspended() {
        SuspendedParts known = suspended
                .filter(parts -> parts.isOf(replaced.size()))
                .orElseGet(() -> SuspendedParts.of(dialect, state, replaced.values()));
        suspended = Optional.of(known);
        return known;
    }

    /** What takes the objects away. */
    List<Change> before() {
        return replaced.isEmpty()
                ? List.of()
                : Stream.concat(
                                replaced.sequencedValues().reversed().stream().<Change>map(DropObject::new),
                                suspended().withoutDefaults())
                        .toList();
    }

    /** A change as it is when the objects are away; nothing when it is done by their coming back. */
    Stream<Change> apart(Change change) {
        if (change instanceof AlterObject alter
                && replaced.containsKey(alter.before().key())) {
            return Stream.empty();
        }
        return replaced.isEmpty() ? Stream.of(change) : suspended().apart(change);
    }

    /** What brings them back, as they shall be. */
    List<Change> after() {
        return replaced.isEmpty()
                ? List.of()
                : Stream.concat(
                                replaced.values().stream()
                                        .<Change>map(
                                                object -> new CreateObject(altered.getOrDefault(object.key(), object))),
                                suspended().withDefaults())
                        .toList();
    }
}
