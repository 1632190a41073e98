package dev.decant.diff;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Columns that tables have from a parent from now on, or have had from one until now, as one of another type: the values are kept, for they
 * get the other type while the column is the table's own.
 */
final class PassedColumns {
    private final Descent before;
    private final Descent after;
    private final Map<Reference.ToColumn, Column> dropped = new HashMap<>();
    private final Map<Reference.ToColumn, Column> added = new HashMap<>();

    PassedColumns(List<Change> changes, Schema before, Schema after) {
        for (Change change : changes) {
            if (change instanceof DropPart(ObjectName table, Column column)) {
                dropped.put(new Reference.ToColumn(table, column.name()), column);
            } else if (change instanceof AddPart(ObjectName table, Column column)) {
                added.put(new Reference.ToColumn(table, column.name()), column);
            }
        }
        // A column is passed by one table that loses it to another that gets it: without both, nobody's kinship
        // matters.
        boolean none = dropped.isEmpty() || added.isEmpty();
        this.before = new Descent(none ? Schema.EMPTY : before);
        this.after = new Descent(none ? Schema.EMPTY : after);
    }

    /**
     * The changes that stand for one.
     *
     * @param converted tells what becomes of a column that gets another type
     */
    List<Change> of(Change change, Function<Change, List<Change>> converted) {
        return switch (change) {
            case DropPart(ObjectName table, Column own)
            when isKept(table, own, added) -> {
                Column passed = like(own, above(table, own, added).orElseThrow());
                List<Change> retyped = converted.apply(new AlterPart(table, own, passed));
                yield retyped.size() == 1 ? List.of(retyped.getFirst(), new DropPart(table, passed)) : List.of(change);
            }
            case AddPart(ObjectName table, Column own)
            when isKept(table, own, dropped) -> {
                Column passed = like(own, above(table, own, dropped).orElseThrow());
                List<Change> retyped = converted.apply(new AlterPart(table, passed, own));
                yield retyped.size() == 1 ? List.of(new AddPart(table, passed), retyped.getFirst()) : List.of(change);
            }
            default -> converted.apply(change);
        };
    }

    private boolean isKept(ObjectName table, Column own, Map<Reference.ToColumn, Column> passing) {
        Reference.ToColumn itself = new Reference.ToColumn(table, own.name());
        return !(dropped.containsKey(itself) && added.containsKey(itself))
                && isPlain(own)
                && above(table, own, passing)
                        .filter(PassedColumns::isPlain)
                        .filter(parents -> !parents.type().equals(own.type())
                                || !parents.collation().equals(own.collation()))
                        .isPresent();
    }

    private Optional<Column> above(ObjectName table, Column column, Map<Reference.ToColumn, Column> passing) {
        return before.ancestors(table).stream()
                .filter(ancestor -> after.isDescendant(table, ancestor))
                .flatMap(ancestor ->
                        Optional.ofNullable(passing.get(new Reference.ToColumn(ancestor, column.name()))).stream())
                .findFirst();
    }

    /** The column of a table with the type of its parent's; a default may be of no use for that. */
    private static Column like(Column own, Column parents) {
        return own.withType(parents.type()).withCollation(parents.collation()).withFill(Fill.NOTHING);
    }

    private static boolean isPlain(Column column) {
        return column.fill() instanceof Fill.Nothing || column.fill() instanceof Fill.Default;
    }
}
