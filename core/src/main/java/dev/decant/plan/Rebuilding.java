package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Dialect;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tables that cannot become what they shall be: all that happens to one is that it goes and comes again. */
final class Rebuilding {
    private final Dialect dialect;
    private final Schema before;

    Rebuilding(Dialect dialect, Schema before) {
        this.dialect = dialect;
        this.before = before;
    }

    List<Change> rebuilt(List<Change> changes) {
        Set<ObjectName> tables = new LinkedHashSet<>();
        for (Change change : changes) {
            if (change instanceof AlterTable alter && !dialect.altersInPlace(alter.before(), alter.after())) {
                tables.add(alter.table());
            }
        }
        if (tables.isEmpty()) {
            return changes;
        }
        Schema after = Changes.apply(changes, before, dialect.syntax());
        List<Change> all = new ArrayList<>();
        for (ObjectName table : tables) {
            all.add(new DropTable(before.table(table).orElseThrow()));
            all.add(new CreateTable(after.table(table).orElseThrow()));
        }
        changes.stream()
                .filter(change -> table(change).filter(tables::contains).isEmpty())
                .forEach(all::add);
        return all;
    }

    private static Optional<ObjectName> table(Change change) {
        return switch (change) {
            case AlterTable alter -> Optional.of(alter.table());
            case AddPart add -> Optional.of(add.table());
            case DropPart drop -> Optional.of(drop.table());
            case AlterPart alter -> Optional.of(alter.table());
            case ConvertColumn convert -> Optional.of(convert.table());
            default -> Optional.empty();
        };
    }
}
