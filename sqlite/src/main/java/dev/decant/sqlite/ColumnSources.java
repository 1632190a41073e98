package dev.decant.sqlite;

import dev.decant.change.AddPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.DropPart;
import dev.decant.change.RenamePart;
import dev.decant.dialect.Conversion;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.PartKind;
import dev.decant.model.Table;
import dev.decant.sql.Expressions;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the values of a rebuilt table's columns come from.
 *
 * <p>Renames are made in place, before the rebuild, so that triggers, views and the foreign keys of other tables follow them; a column
 * that is to be dropped gives way when its name is wanted.
 */
final class ColumnSources {
    private final Table before;
    private final Map<String, Column> kept = new HashMap<>();
    private final Set<String> physical = new HashSet<>();
    private final Map<String, Expression> given = new HashMap<>();
    private final List<Statement> renames = new ArrayList<>();

    /**
     * Follows changes.
     *
     * @param before the table before them
     * @param changes the changes of the table, in an order in which they apply
     */
    ColumnSources(Table before, List<Change> changes) {
        this.before = before;
        for (Column column : before.columns()) {
            kept.put(column.name(), column);
            physical.add(column.name());
        }
        changes.forEach(this::follow);
    }

    /** The renames in place. */
    List<Statement> renames() {
        return renames;
    }

    /** What the table before has in place of a column after; nothing for a column that is new. */
    Optional<Column> source(Column after) {
        return Optional.ofNullable(kept.get(after.name()));
    }

    /** The columns before whose values are not kept. */
    List<Column> lost(Table after) {
        return before.columns().stream()
                .filter(column -> after.columns().stream().noneMatch(now -> column.equals(kept.get(now.name()))))
                .toList();
    }

    /** How the value of a column after is computed from a row before; nothing for a column that gets its default, or is computed. */
    Optional<Expression> value(Column after) {
        return after.fill() instanceof Fill.Generated
                ? Optional.empty()
                : source(after).map(then -> value(then, after));
    }

    private Expression value(Column then, Column now) {
        Expression itself = new Expression(SqliteExpressions.name(now.name()));
        Expression said = given.get(now.name());
        if (said != null) {
            return said;
        }
        return switch (SqliteTypes.conversion(then.withName(now.name()), now.type())) {
            case Conversion.Known(Expression expression) -> expression;
            case Conversion.Asked(Optional<Expression> suggestion) -> suggestion.orElse(itself);
        };
    }

    private void follow(Change change) {
        switch (change) {
            case DropPart drop when drop.part() instanceof Column column -> forget(column.name());
            case AddPart add when add.part() instanceof Column column -> forget(column.name());
            case RenamePart rename when rename.kind() == PartKind.COLUMN -> rename(rename.before(), rename.after());
            case ConvertColumn convert -> given.put(convert.before().name(), convert.forward());
            default -> {}
        }
    }

    private void forget(String column) {
        kept.remove(column);
        given.remove(column);
    }

    private void rename(String from, String to) {
        Column column = kept.get(from);
        if (column == null) {
            return;
        }
        physical.stream()
                .filter(name -> SqliteNames.same(name, to) && !name.equals(from))
                .findFirst()
                .ifPresent(doomed -> renameInPlace(doomed, SqliteNames.free(doomed + "_dropped", this::isTaken)));
        renameInPlace(from, to);
        kept.remove(from);
        kept.put(to, column);
        Optional.ofNullable(given.remove(from)).ifPresent(expression -> given.put(to, expression));
    }

    private boolean isTaken(String name) {
        return physical.stream().anyMatch(column -> SqliteNames.same(column, name));
    }

    private void renameInPlace(String from, String to) {
        renames.add(SqliteColumns.rename(before, from, to));
        physical.remove(from);
        physical.add(to);
        given.replaceAll((column, expression) -> new Expression(
                Expressions.renameColumn(expression.sql(), before.name().local(), from, to, Syntax.SQLITE)));
    }
}
