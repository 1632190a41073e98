package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Ability;
import dev.decant.dialect.Dialect;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables that come or go, and what of them comes after or goes before by itself: in a circle, all that calls a routine, which may read the table. */
final class WholeTables {
    private final Dialect dialect;
    private final Loosened loosened;
    private final Uses uses;

    WholeTables(Dialect dialect, Loosened loosened) {
        this.dialect = dialect;
        this.loosened = loosened;
        this.uses = new Uses(dialect);
    }

    /** What makes a table. */
    Stream<Change> coming(Table table) {
        List<Constraint> inside = table.constraints().stream()
                .filter(constraint -> standsInside(table, constraint))
                .toList();
        List<Column> early = new ArrayList<>();
        List<Change> later = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!isLoose(table, column)) {
                early.add(column);
            } else if (column.fill() instanceof Fill.Generated) {
                later.add(new AddPart(table.name(), column));
            } else {
                early.add(column.withFill(Fill.NOTHING));
                later.add(new AlterPart(table.name(), early.getLast(), column));
            }
        }
        table.constraints().stream()
                .filter(constraint -> !inside.contains(constraint))
                .forEach(constraint -> later.add(new AddPart(table.name(), constraint)));
        table.indexes().forEach(index -> later.add(new AddPart(table.name(), index)));
        Table first = table.withIndexes(List.of()).withConstraints(inside).withColumns(early);
        return Stream.concat(Stream.of(new CreateTable(first)), later.stream());
    }

    private boolean standsInside(Table table, Constraint constraint) {
        boolean later = constraint instanceof Constraint.ForeignKey
                || constraint instanceof Constraint.Check check && check.enforcement() == Enforcement.NOT_VALID
                || isLoose(table) && (!(constraint instanceof Constraint.Check) || calls(table.name(), constraint));
        return !(later && dialect.can(Ability.ADD_CONSTRAINTS));
    }

    /** What drops a table. */
    Stream<Change> going(Table table) {
        if (!isLoose(table)) {
            return Stream.of(new DropTable(table));
        }
        Table rest = table;
        List<Change> changes = new ArrayList<>();
        for (PartKind kind : List.of(PartKind.INDEX, PartKind.CONSTRAINT)) {
            for (TablePart part : table.parts(kind)) {
                if (calls(table.name(), part)) {
                    changes.add(new DropPart(table.name(), part));
                    rest = rest.without(kind, part.name());
                }
            }
        }
        List<Column> left = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!isLoose(table, column)) {
                left.add(column);
            } else if (column.fill() instanceof Fill.Generated) {
                changes.add(new DropPart(table.name(), column));
            } else {
                left.add(column.withFill(Fill.NOTHING));
                changes.add(new AlterPart(table.name(), column, left.getLast()));
            }
        }
        changes.add(new DropTable(rest.withColumns(left)));
        return changes.stream();
    }

    private boolean isLoose(Table table) {
        return loosened.tables().contains(table.name());
    }

    /** Whether what fills a column calls a routine that may need the table. */
    private boolean isLoose(Table table, Column column) {
        boolean computed = column.fill() instanceof Fill.Default || column.fill() instanceof Fill.Generated;
        return isLoose(table) && computed && calls(table.name(), column);
    }

    private boolean calls(ObjectName table, TablePart part) {
        return uses.usedBy(table, part).stream().anyMatch(Reference.ToRoutine.class::isInstance);
    }
}
