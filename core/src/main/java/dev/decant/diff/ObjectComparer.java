package dev.decant.diff;

import dev.decant.change.AlterObject;
import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.change.DropObject;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** Compares everything that is not a table, by kind and name. */
final class ObjectComparer {
    private ObjectComparer() {}

    static List<Change> created(Schema before, Schema after) {
        List<Change> changes = new ArrayList<>();
        for (SchemaObject now : after.objects().values()) {
            SchemaObject then = before.objects().get(now.key());
            if (then == null) {
                changes.add(new CreateObject(now));
            } else if (!then.equals(now)) {
                changes.add(new AlterObject(then, now));
            }
        }
        return changes;
    }

    static List<Change> dropped(Schema before, Schema after) {
        return before.objects().values().stream()
                .filter(object -> !after.objects().containsKey(object.key()))
                .<Change>map(DropObject::new)
                .toList();
    }
}
