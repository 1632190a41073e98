package dev.decant.plan;

import dev.decant.change.AlterObject;
import dev.decant.change.Change;
import dev.decant.change.DropObject;
import dev.decant.change.RenameMember;
import dev.decant.change.RenameObject;
import dev.decant.dialect.Dialect;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.collation.Collation;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.domain.Domain;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.ownership.Ownership;
import java.util.HashSet;
import java.util.Set;

/** Finds the footprints of changes of objects that are no tables. */
final class ObjectFootprints {
    private final Dialect dialect;
    private final ObjectUses objectUses;
    private final Set<Reference> come = new HashSet<>();

    ObjectFootprints(Dialect dialect, ObjectUses objectUses) {
        this.dialect = dialect;
        this.objectUses = objectUses;
    }

    void appears(Footprint footprint, SchemaObject object) {
        footprint.provides().addAll(object.provides());
        come.addAll(object.provides());
        footprint.requires().addAll(objectUses.usedBy(object));
        footprint.prefers().addAll(objectUses.preferredBy(object));
    }

    void disappears(Footprint footprint, SchemaObject object) {
        footprint.destroys().addAll(object.provides());
        footprint.releases().addAll(objectUses.usedBy(object));
        footprint.releases().addAll(objectUses.heldUpBy(object));
    }

    void altered(Footprint footprint, SchemaObject before, SchemaObject after, SchemaView state) {
        if (isOnlyTold(before, after)) {
            footprint.requires().addAll(before.provides());
            if (footprint.requires().removeIf(Reference.ToMember.class::isInstance)) {
                // They may be renamed beside it, before or after; to all others it is the same.
                footprint.alters().add(new Reference.ToObject(before.key()));
                footprint.requires().removeAll(footprint.alters());
            }
            return;
        }
        footprint.become(before.provides(), after.provides());
        if (dialect.disturbs(before, after)) {
            // One that comes in the same row comes over what the other has become.
            footprint.carries().addAll(Footprint.without(RestingTypes.providedOver(before.provides(), state), come));
        }
        // Those that still use a member that goes are changed along with the object.
        footprint.destroys().removeIf(Reference.ToMember.class::isInstance);
        footprint.requires().addAll(objectUses.usedBy(after));
        footprint.prefers().addAll(objectUses.preferredBy(after));
        footprint.releases().addAll(Footprint.without(objectUses.usedBy(before), objectUses.usedBy(after)));
    }

    /** Whether all that becomes another is what is told about an object, which nobody rests on. */
    private static boolean isOnlyTold(SchemaObject before, SchemaObject after) {
        return before instanceof Namespace
                || before instanceof Collation collation
                        && collation.withComment(after.comment()).equals(after)
                || before instanceof Domain domain
                        && domain.withComment(after.comment()).equals(after)
                || before instanceof CompositeType composite
                        && new CompositeType(composite.name(), composite.attributes(), after.comment()).equals(after)
                || before instanceof EnumType labels
                        && new EnumType(labels.name(), labels.labels(), after.comment()).equals(after);
    }

    void renamed(Footprint footprint, RenameObject rename) {
        ObjectName before = rename.before().name();
        ObjectName after = rename.after();
        footprint.destroys().addAll(named(rename.before()));
        footprint.provides().addAll(named(rename.before().withName(after)));
        footprint.releases().addAll(Uses.namespace(before));
        footprint.requires().addAll(Uses.namespace(after));
    }

    void renamed(Footprint footprint, RenameMember rename) {
        footprint.alters().add(new Reference.ToObject(rename.object()));
        footprint.destroys().add(new Reference.ToMember(rename.object(), rename.before()));
        footprint.provides().add(new Reference.ToMember(rename.object(), rename.after()));
    }

    /** Whatever an object of that kind may be named as; what it is not, nobody else refers to under that name. */
    private static Set<Reference> named(ObjectKey object) {
        return Set.of(
                new Reference.ToObject(object),
                new Reference.ToType(object.name()),
                new Reference.ToRelation(object.name()),
                new Reference.ToRoutine(object.name()));
    }

    void changesHands(Footprint footprint, Change change, Ownership ownership, SchemaView state) {
        footprint.alters().addAll(new OwnerChanges(dialect).changed(ownership, state));
        Set<Reference> used = objectUses.usedBy(ownership);
        (change instanceof DropObject ? footprint.releases() : footprint.requires()).addAll(used);
        if (change instanceof AlterObject(SchemaObject before, SchemaObject after)) {
            footprint.releases().addAll(Footprint.without(objectUses.usedBy(before), used));
        }
    }
}
