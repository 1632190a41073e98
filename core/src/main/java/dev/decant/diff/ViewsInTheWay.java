package dev.decant.diff;

import dev.decant.change.RenameTable;
import dev.decant.dialect.Dialect;
import dev.decant.failure.Failure;
import dev.decant.model.ObjectKey;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import java.util.List;

/**
 * Refuses to call a table as a view is called that is still there, where something is on both of them that is told from others by the name
 * alone: what roles may do with the one would be taken for what they may do with the other.
 */
final class ViewsInTheWay {
    private ViewsInTheWay() {}

    /**
     * Looks at each of the renames, in their order.
     *
     * @throws dev.decant.failure.DecantException DCT-409 when the name is taken in such a way
     */
    static void refuse(List<RenameTable> renames, Schema before, Dialect dialect) {
        SchemaBuilder state = before.toBuilder();
        for (RenameTable rename : renames) {
            refuse(rename, state.view());
            rename.applyTo(state, dialect.syntax());
        }
    }

    private static void refuse(RenameTable rename, SchemaView state) {
        Reference then = new Reference.ToRelation(rename.before());
        Reference now = new Reference.ToRelation(rename.after());
        for (SchemaObject object : state.objects().values()) {
            ObjectKey moved = object.following(then, now).key();
            if (!moved.equals(object.key()) && state.objects().containsKey(moved)) {
                throw inTheWay(rename, moved);
            }
        }
    }

    private static RuntimeException inTheWay(RenameTable rename, ObjectKey held) {
        return Failure.of(
                        "DCT-409",
                        "table " + rename.before() + " cannot become " + rename.after()
                                + " while a view of that name has " + held)
                .next("drop the view first, with a migration or push of its own, and rename the table with the next")
                .exception();
    }
}
