package dev.decant.plan;

import dev.decant.change.AlterObject;
import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.change.DropObject;
import dev.decant.dialect.Dialect;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.privilege.Privileges;
import dev.decant.model.sequence.Sequence;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Things that get another owner. Everything has one all the time, so that a first word about it changes who that is as any other does; what roles
 * may do is taken from them in the name of the one owner and given to them in the name of the other.
 *
 * @param dialect which sequences come with a column
 */
record OwnerChanges(Dialect dialect) {
    /** What a change says of whose something is; nothing when it is about something else. */
    static Optional<Ownership> of(Change change) {
        return switch (change) {
            case CreateObject(Ownership ownership) -> Optional.of(ownership);
            case DropObject(Ownership ownership) -> Optional.of(ownership);
            case AlterObject(Ownership before, Ownership after) -> Optional.of(after);
            default -> Optional.empty();
        };
    }

    /** The owners that become others: that of the thing, and those of the sequences of its columns. */
    Set<Reference> changed(Ownership ownership, SchemaView state) {
        Set<Reference> changed = new HashSet<>(ownership.provides());
        if (ownership.thing() == Ownership.Thing.TABLE) {
            state.table(ownership.name())
                    .ifPresent(table -> sequences(table, state)
                            .map(sequence -> Ownership.of(sequence, Ownership.Thing.SEQUENCE, ""))
                            .forEach(changed::add));
        }
        return changed;
    }

    private Stream<ObjectName> sequences(Table table, SchemaView state) {
        Stream<ObjectName> ofColumns = table.columns().stream().flatMap(column -> sequence(table, column));
        Stream<ObjectName> standing = state.objects(Sequence.KIND).stream()
                .filter(sequence -> sequence.owner()
                        .filter(owner -> owner.table().equals(table.name()))
                        .isPresent())
                .map(Sequence::name);
        return Stream.concat(ofColumns, standing);
    }

    private Stream<ObjectName> sequence(Table table, Column column) {
        return dialect.sequenceOf(table.name(), column).stream();
    }

    /** Changes in which privileges on what gets another owner are taken and given instead of changed. */
    List<Change> apart(List<Change> changes, SchemaView state) {
        Set<Reference> changed = new HashSet<>();
        changes.forEach(change -> of(change).ifPresent(ownership -> changed.addAll(changed(ownership, state))));
        return changed.isEmpty()
                ? changes
                : changes.stream().flatMap(change -> apart(change, changed)).toList();
    }

    private static Stream<Change> apart(Change change, Set<Reference> changed) {
        return change instanceof AlterObject(SchemaObject before, SchemaObject after)
                        && before instanceof Privileges
                        && !Collections.disjoint(after.uses(), changed)
                ? Stream.of(new DropObject(before), new CreateObject(after))
                : Stream.of(change);
    }
}
