package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.change.RenameMember;
import dev.decant.change.RenameObject;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.model.FormerName;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What things were called before a row of changes, as far as it renames them. */
final class EarlierNames {
    private final Map<Reference, String> formerly = new LinkedHashMap<>();

    private EarlierNames() {}

    /** Those before changes, which may rename a thing more than once. */
    static List<FormerName> before(List<Change> changes) {
        EarlierNames names = new EarlierNames();
        changes.forEach(names::note);
        return names.formerly.entrySet().stream()
                .filter(entry -> !isItself(entry.getKey(), entry.getValue()))
                .map(entry -> new FormerName(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void note(Change change) {
        switch (change) {
            case RenameTable rename -> {
                renamed(
                        new Reference.ToTable(rename.before()),
                        new Reference.ToTable(rename.after()),
                        rename.before().toString());
                moveParts(rename.before(), rename.after());
            }
            case RenamePart rename ->
                renamed(
                        part(rename.table(), rename.kind(), rename.before()),
                        part(rename.table(), rename.kind(), rename.after()),
                        rename.before());
            case RenameObject rename ->
                renamed(
                        new Reference.ToObject(rename.before()),
                        new Reference.ToObject(rename.before().withName(rename.after())),
                        rename.before().name().toString());
            case RenameMember rename ->
                renamed(
                        new Reference.ToMember(rename.object(), rename.before()),
                        new Reference.ToMember(rename.object(), rename.after()),
                        rename.before());
            default -> {}
        }
    }

    private void renamed(Reference then, Reference now, String name) {
        String first = formerly.remove(then);
        formerly.put(now, first == null ? name : first);
    }

    private void moveParts(ObjectName from, ObjectName to) {
        for (Reference each : List.copyOf(formerly.keySet())) {
            Reference moved = moved(each, from, to);
            if (!moved.equals(each)) {
                formerly.put(moved, formerly.remove(each));
            }
        }
    }

    private static Reference moved(Reference each, ObjectName from, ObjectName to) {
        return switch (each) {
            case Reference.ToColumn(ObjectName table, String name)
            when table.equals(from) -> new Reference.ToColumn(to, name);
            case Reference.ToPart(ObjectName table, PartKind kind, String name)
            when table.equals(from) -> new Reference.ToPart(to, kind, name);
            default -> each;
        };
    }

    private static Reference part(ObjectName table, PartKind kind, String name) {
        return kind == PartKind.COLUMN ? new Reference.ToColumn(table, name) : new Reference.ToPart(table, kind, name);
    }

    /** Whether a thing has its first name again. */
    private static boolean isItself(Reference now, String former) {
        return switch (now) {
            case Reference.ToTable(ObjectName table) -> table.toString().equals(former);
            case Reference.ToColumn(ObjectName table, String name) -> name.equals(former);
            case Reference.ToPart(ObjectName table, PartKind kind, String name) -> name.equals(former);
            case Reference.ToObject(var key) -> key.name().toString().equals(former);
            case Reference.ToMember(var key, String name) -> name.equals(former);
            default -> false;
        };
    }
}
