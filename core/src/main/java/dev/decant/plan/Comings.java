package dev.decant.plan;

import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.change.DropObject;
import dev.decant.change.DropTable;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.aggregate.Aggregate;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.role.Role;
import dev.decant.model.routine.Routine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The objects of a plan that go and come back, and those that go with what holds them: for the first nobody has to be warned, for the others
 * nothing has to be done.
 */
final class Comings {
    private final Map<ObjectKey, SchemaObject> created = new HashMap<>();
    private final Set<ObjectKey> dropped = new HashSet<>();
    private final Set<ObjectName> relations = new HashSet<>();
    private final Map<Reference, Integer> destroyed = new HashMap<>();
    private final ObjectUses uses;

    /** Those of the operations of a plan. */
    Comings(List<Operation> operations, ObjectUses uses) {
        this.uses = uses;
        operations.forEach(operation -> operation.changes().forEach(this::note));
    }

    private void note(Change change) {
        switch (change) {
            case CreateObject create -> created.put(create.object().key(), create.object());
            case DropTable drop -> {
                relations.add(drop.table().name());
                Uses.table(drop.table().name()).forEach(gone -> destroyed.merge(gone, 1, Integer::sum));
            }
            case DropObject drop -> {
                dropped.add(drop.object().key());
                drop.object().provides().forEach(gone -> destroyed.merge(gone, 1, Integer::sum));
                if (drop.object()
                        .provides()
                        .contains(new Reference.ToRelation(drop.object().name()))) {
                    relations.add(drop.object().name());
                }
            }
            default -> {}
        }
    }

    /** Whether an operation is done by another one: the table or view that holds an object goes, and nothing else waits for the object. */
    boolean isDoneByAnother(Operation operation) {
        return operation.changes().size() == 1
                && operation.changes().getFirst() instanceof DropObject drop
                && (drop.object() instanceof Ownership ownership ? isNoLonger(ownership) : goesWithHolder(drop));
    }

    /** Whether a thing belongs to somebody again once what it rests on has changed, or goes while its owner stays. */
    private boolean isNoLonger(Ownership ownership) {
        return created.containsKey(ownership.key())
                || !destroyed.containsKey(Role.named(ownership.role())) && isGone(ownership);
    }

    private boolean isGone(Ownership ownership) {
        return ownership.thing() == Ownership.Thing.ROUTINE
                ? dropped.stream().anyMatch(gone -> isRoutine(gone, ownership))
                : destroyed.containsKey(ownership.owned());
    }

    /** Whether it is the very routine: others of its name may go while it stays. */
    private static boolean isRoutine(ObjectKey gone, Ownership ownership) {
        return gone.name().equals(ownership.name())
                && gone.distinction().equals(ownership.signature())
                && (gone.kind().equals(Routine.KIND) || gone.kind().equals(Aggregate.KIND));
    }

    private boolean goesWithHolder(DropObject drop) {
        return drop.object().holder().filter(relations::contains).isPresent()
                && !isMoved(drop.object())
                && uses.usedBy(drop.object()).stream()
                        .filter(used -> !isHolder(used, drop.object()))
                        .noneMatch(destroyed::containsKey);
    }

    /** Whether another takes its name, which is held by something else and may come before the holder goes. */
    private boolean isMoved(SchemaObject object) {
        return Optional.ofNullable(created.get(object.key()))
                .filter(next -> !next.holder().equals(object.holder()))
                .isPresent();
    }

    private static boolean isHolder(Reference reference, SchemaObject object) {
        return object.holder()
                .filter(holder -> Uses.table(holder).contains(reference))
                .isPresent();
    }

    /** The statements of an operation, with the word that an object comes back in place of a warning that it goes. */
    List<Statement> calmed(Operation operation, List<Statement> statements) {
        boolean returns = operation.changes().stream()
                .allMatch(change -> change instanceof DropObject drop
                        && created.containsKey(drop.object().key()));
        boolean isBack = operation.changes().stream()
                .allMatch(change -> change instanceof CreateObject create
                        && dropped.contains(create.object().key()));
        if (returns) {
            return statements.stream().map(Comings::stepsAside).toList();
        }
        return isBack ? statements.stream().map(Comings::comesBack).toList() : statements;
    }

    private static Statement stepsAside(Statement statement) {
        return statement
                .without(Hazard.Kind.BREAKING, Hazard.Kind.DATA_LOSS)
                .explained("steps aside while what it rests on changes, and comes back below");
    }

    private static Statement comesBack(Statement statement) {
        return statement.explained("comes back as it shall be");
    }
}
