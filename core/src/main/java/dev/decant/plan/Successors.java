package dev.decant.plan;

import dev.decant.change.AlterObject;
import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.change.DropObject;
import dev.decant.dialect.Dialect;
import dev.decant.model.SchemaObject;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Objects that give way to one of another kind under their name, while what rests on them stays: one change for the planner, since neither
 * can be there without the other having gone or come; two for whoever writes it down.
 */
final class Successors {
    private Successors() {}

    /** The changes with one in the place of each such pair. */
    static List<Change> joined(List<Change> changes, Dialect dialect) {
        List<DropObject> drops = changes.stream()
                .flatMap(change -> change instanceof DropObject drop ? Stream.of(drop) : Stream.empty())
                .toList();
        IdentityHashMap<Change, Change> successions = new IdentityHashMap<>();
        IdentityHashMap<Change, Change> gone = new IdentityHashMap<>();
        for (Change change : changes) {
            if (change instanceof CreateObject(SchemaObject object)) {
                drops.stream()
                        .filter(drop -> succeeds(drop.object(), object, dialect))
                        .findFirst()
                        .ifPresent(drop -> {
                            gone.put(drop, change);
                            successions.put(change, new AlterObject(drop.object(), object));
                        });
            }
        }
        List<Change> joined = new ArrayList<>(changes);
        joined.removeIf(gone::containsKey);
        joined.replaceAll(change -> successions.getOrDefault(change, change));
        return joined;
    }

    private static boolean succeeds(SchemaObject before, SchemaObject after, Dialect dialect) {
        return before.name().equals(after.name())
                && !before.kind().equals(after.kind())
                && dialect.succeeds(before, after);
    }

    /** The changes as they are written down. */
    static List<Change> told(List<Change> changes) {
        return changes.stream()
                .flatMap(change -> change instanceof AlterObject(SchemaObject before, SchemaObject after)
                                && !before.kind().equals(after.kind())
                        ? Stream.of(new DropObject(before), new CreateObject(after))
                        : Stream.of(change))
                .toList();
    }
}
