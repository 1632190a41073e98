package dev.decant.diff;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.model.PartKind;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares two states of one table, part by part. */
final class TableComparer {
    private final Table before;
    private final Table after;
    private final List<Change> changes = new ArrayList<>();

    TableComparer(Table before, Table after) {
        this.before = before;
        this.after = after;
    }

    /** The changes: what holds columns together goes first and comes last. */
    List<Change> compare() {
        dropped(PartKind.INDEX);
        dropped(PartKind.CONSTRAINT);
        dropped(PartKind.COLUMN);
        if (!before.traits().equals(after.traits())) {
            changes.add(new AlterTable(after.name(), before.traits(), after.traits()));
        }
        present(PartKind.COLUMN);
        present(PartKind.CONSTRAINT);
        present(PartKind.INDEX);
        return changes;
    }

    private void dropped(PartKind kind) {
        Map<String, TablePart> now = byName(after, kind);
        for (TablePart then : before.parts(kind)) {
            if (!isSameSort(then, now.get(then.name()))) {
                changes.add(new DropPart(after.name(), then));
            }
        }
    }

    private void present(PartKind kind) {
        Map<String, TablePart> earlier = byName(before, kind);
        for (TablePart now : after.parts(kind)) {
            TablePart then = earlier.get(now.name());
            if (then == null || !isSameSort(now, then)) {
                changes.add(new AddPart(after.name(), now));
            } else if (!then.equals(now)) {
                changes.add(new AlterPart(after.name(), then, now));
            }
        }
    }

    /** A unique constraint that becomes a primary key is another thing under the same name. */
    private static boolean isSameSort(TablePart part, @Nullable TablePart other) {
        return other != null && part.getClass() == other.getClass();
    }

    private static Map<String, TablePart> byName(Table table, PartKind kind) {
        Map<String, TablePart> parts = new LinkedHashMap<>();
        table.parts(kind).forEach(part -> parts.put(part.name(), part));
        return parts;
    }
}
