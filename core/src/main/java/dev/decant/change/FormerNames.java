package dev.decant.change;

import dev.decant.model.FormerName;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.Reference.ToColumn;
import dev.decant.model.Reference.ToMember;
import dev.decant.model.Reference.ToObject;
import dev.decant.model.Reference.ToPart;
import dev.decant.model.Reference.ToTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tables, their parts, objects and their members were called before a row of changes, which may rename a thing more than once and may
 * give a name that became free to another.
 */
public final class FormerNames {
    /** What was renamed or made, under its present name, with what it was before; that is nothing for what is new. */
    private final Map<Reference, Optional<Reference>> known = new LinkedHashMap<>();

    /** The names before these changes. */
    public static FormerNames before(List<Change> changes) {
        FormerNames names = new FormerNames();
        changes.forEach(names::note);
        return names;
    }

    /** Follows the next change. */
    public void note(Change change) {
        switch (change) {
            case RenameTable rename -> renamed(new ToTable(rename.before()), new ToTable(rename.after()));
            case RenamePart(ObjectName table, PartKind kind, String before, String after) ->
                renamed(part(table, kind, before), part(table, kind, after));
            case RenameObject(ObjectKey before, ObjectName after) ->
                renamed(new ToObject(before), new ToObject(before.withName(after)));
            case RenameMember(ObjectKey object, String before, String after) ->
                renamed(new ToMember(object, before), new ToMember(object, after));
            case CreateTable create -> isNew(new ToTable(create.table().name()));
            case AddPart add ->
                isNew(part(add.table(), add.part().partKind(), add.part().name()));
            case CreateObject create -> isNew(new ToObject(create.object().key()));
            default -> {}
        }
    }

    private static Reference part(ObjectName table, PartKind kind, String name) {
        return kind == PartKind.COLUMN ? new ToColumn(table, name) : new ToPart(table, kind, name);
    }

    private void renamed(Reference then, Reference now) {
        Optional<Reference> first = of(then);
        for (Reference each : List.copyOf(known.keySet())) {
            Reference moved = moved(each, then, now);
            if (!moved.equals(each)) {
                known.put(moved, known.getOrDefault(each, Optional.empty()));
                known.remove(each);
            }
        }
        known.remove(then);
        known.put(now, first);
    }

    private void isNew(Reference made) {
        known.keySet().removeIf(each -> made.equals(holder(each)));
        known.put(made, Optional.empty());
    }

    /** What it was before the changes; nothing when they made it. */
    public Optional<Reference> of(Reference present) {
        Optional<Reference> found = known.getOrDefault(present, Optional.of(present));
        Reference holder = holder(present);
        return holder == null || known.containsKey(present)
                ? found
                : of(holder).map(former -> moved(present, holder, former));
    }

    /** The name that a table had; its own when it is new. */
    ObjectName of(ObjectName table) {
        return of(new ToTable(table)).map(former -> ((ToTable) former).table()).orElse(table);
    }

    /** The name that an object had; its own when it is new. */
    ObjectName of(ObjectKey object) {
        return of(new ToObject(object))
                .map(former -> ((ToObject) former).object().name())
                .orElse(object.name());
    }

    /** All that is called otherwise now. */
    public List<FormerName> all() {
        return known.entrySet().stream()
                .flatMap(entry -> entry
                        .getValue()
                        .filter(former -> !name(former).equals(name(entry.getKey())))
                        .map(former -> new FormerName(entry.getKey(), name(former)))
                        .stream())
                .toList();
    }

    private static @Nullable Reference holder(Reference inner) {
        return switch (inner) {
            case ToColumn column -> new ToTable(column.table());
            case ToPart part -> new ToTable(part.table());
            case ToMember member -> new ToObject(member.object());
            default -> null;
        };
    }

    /** What lies in a table or an object is in another then. */
    private static Reference moved(Reference inner, Reference from, Reference to) {
        if (!from.equals(holder(inner))) {
            return inner;
        }
        return switch (inner) {
            case ToColumn(ObjectName table, String name) -> new ToColumn(((ToTable) to).table(), name);
            case ToPart(ObjectName table, PartKind kind, String name) -> new ToPart(((ToTable) to).table(), kind, name);
            case ToMember(ObjectKey object, String name) -> new ToMember(((ToObject) to).object(), name);
            default -> inner;
        };
    }

    private static String name(Reference reference) {
        return switch (reference) {
            case ToTable(ObjectName table) -> table.toString();
            case ToColumn(ObjectName table, String name) -> name;
            case ToPart(ObjectName table, PartKind kind, String name) -> name;
            case ToObject(ObjectKey object) -> object.name().toString();
            case ToMember(ObjectKey object, String name) -> name;
            default -> throw new IllegalStateException("nothing renames " + reference);
        };
    }
}
