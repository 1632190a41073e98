package dev.decant.postgresql;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.model.aggregate.Aggregate;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.privilege.Privilege;
import dev.decant.model.privilege.Privileges;
import dev.decant.model.routine.Routine;
import dev.decant.model.routine.RoutineType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Owners and privileges of things that are there before and after a plan. */
final class KeptThings {
    private KeptThings() {}

    /** What must still be so after changes: all that is about things which are there then, as they are called then. */
    static List<SchemaObject> after(Schema kept, Schema before, List<Change> changes) {
        SchemaBuilder both = before.toBuilder();
        kept.objects().values().forEach(both::add);
        Schema reached = Changes.apply(changes, both.build(), LiveDatabase.DIALECT.syntax());
        Set<Reference> there = new HashSet<>();
        reached.tables().values().forEach(table -> {
            there.add(new Reference.ToRelation(table.name()));
            table.columns()
                    .forEach(column -> LiveDatabase.DIALECT
                            .sequenceOf(table.name(), column)
                            .ifPresent(sequence -> there.add(new Reference.ToRelation(sequence))));
        });
        reached.objects().values().forEach(object -> there.addAll(object.provides()));
        return reached.objects().values().stream()
                .filter(object -> isThere(object, reached, there))
                .toList();
    }

    private static boolean isThere(SchemaObject object, Schema reached, Set<Reference> there) {
        return switch (object) {
            case Ownership ownership
            when ownership.thing() == Ownership.Thing.ROUTINE ->
                isRoutine(ownership.name(), ownership.signature(), reached);
            case Ownership ownership
            when ownership.thing() == Ownership.Thing.TABLE && isComposite(ownership.name(), reached) -> false;
            case Ownership ownership -> there.contains(ownership.owned());
            case Privileges privileges
            when !privileges.arguments().isEmpty() ->
                isRoutine(privileges.name(), privileges.arguments(), reached)
                        && isProcedure(privileges, reached) == (privileges.target() == Privileges.Target.PROCEDURE);
            case Privileges privileges
            when privileges.target() == Privileges.Target.TABLE && isComposite(privileges.name(), reached) -> false;
            case Privileges privileges -> privileges.things().stream().anyMatch(there::contains);
            default -> false;
        };
    }

    /** Whether it is the name of a composite type, on which the server knows no privileges as on a table. */
    private static boolean isComposite(ObjectName name, Schema reached) {
        return reached.objects().containsKey(new ObjectKey(CompositeType.KIND, name));
    }

    private static boolean isRoutine(ObjectName name, String arguments, Schema reached) {
        return reached.objects().containsKey(new ObjectKey(Routine.KIND, name, arguments))
                || reached.objects().containsKey(new ObjectKey(Aggregate.KIND, name, arguments));
    }

    private static boolean isProcedure(Privileges privileges, Schema reached) {
        return reached.object(new ObjectKey(Routine.KIND, privileges.name(), privileges.arguments()))
                .filter(object -> object instanceof Routine routine && routine.type() == RoutineType.PROCEDURE)
                .isPresent();
    }

    /** Whether it is still so; privileges on columns may have gone with these. */
    static boolean isIn(Schema now, SchemaObject object) {
        Optional<SchemaObject> there = now.object(object.key());
        if (!(object instanceof Privileges privileges)) {
            return there.filter(object::equals).isPresent();
        }
        List<Privilege> granted =
                there.map(found -> ((Privileges) found).granted()).orElse(List.of());
        return privileges.granted().stream()
                .filter(privilege -> privilege.column().isEmpty())
                .allMatch(granted::contains);
    }
}
