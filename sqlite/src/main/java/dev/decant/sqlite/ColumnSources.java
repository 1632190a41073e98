package dev.decant.sqlite;

import dev.decant.change.AddPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.DropPart;
import dev.decant.change.RenamePart;
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
    private final Map<String, Source> kept = new HashMap<>();
    private final Set<String> physical = new HashSet<>();
    private final Map<String, Expression> given = new HashMap<>();
    private final List<Statement> renames = new ArrayList<>();

    /** A column of the table before, under the name that it has when the rows are copied. */
    private record Source(Column column, String name) {}

    /**
     * Follows changes.
     *
     * @param before the table before them
     * @param changes the changes of the table, in an order in which they apply
     */
    ColumnSources(Table before, List<Change> changes) {
        this.before = before;
        for (Column column : before.columns()) {
            kept.put(column.name(), new Source(column, column.name()));
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
        return Optional.ofNullable(kept.get(after.name())).map(Source::column);
    }

    /** The columns before whose values are not kept. */
    List<Column> lost(Table after) {
        return before.columns().stream()
                .filter(column -> after.columns().stream()
                        .noneMatch(now -> source(now).filter(column::equals).isPresent()))
                .toList();
    }

    /** How the value of a column after is computed from a row before; nothing for a column that gets its default, or is computed. */
    Optional<Expression> value(Column after) {
        return after.fill() instanceof Fill.Generated
                ? Optional.empty()
                : Optional.ofNullable(kept.get(after.name())).map(source -> value(source, after));
    }

    private Expression value(Source source, Column now) {
        Expression said = given.get(now.name());
        if (said != null) {
            return said;
        }
        return SqliteTypes.converted(source.column().withName(source.name()), now.type());
    }

    private void follow(Change change) {
        switch (change) {
            case DropPart drop when drop.part() instanceof Column column -> forget(column.name());
            case AddPart add when add.part() instanceof Column column -> forget(column.name());
            case RenamePart rename when rename.kind() == PartKind.COLUMN -> rename(rename.before(), rename.after());
            case ConvertColumn convert -> given.put(convert.before().name(), inPlace(convert.forward()));
            default -> {}
        }
    }

    /** The expression with the names that the columns have when the rows are copied. */
    private Expression inPlace(Expression expression) {
        Expression result = expression;
        for (Map.Entry<String, Source> entry : kept.entrySet()) {
            result = renamed(result, entry.getKey(), entry.getValue().name());
        }
        return result;
    }

    private Expression renamed(Expression expression, String from, String to) {
        return from.equals(to)
                ? expression
                : new Expression(
                        Expressions.renameColumn(expression.sql(), before.name().local(), from, to, Syntax.SQLITE));
    }

    private void forget(String column) {
        kept.remove(column);
        given.remove(column);
    }

    private void rename(String from, String to) {
        Source source = kept.remove(from);
        if (source == null) {
            return;
        }
        kept.put(to, source);
        Optional.ofNullable(given.remove(from)).ifPresent(expression -> given.put(to, expression));
        if (SqliteColumns.canBeRenamed(source.name(), to)) {
            physical.stream()
                    .filter(name -> SqliteNames.same(name, to) && !name.equals(source.name()))
                    .findFirst()
                    .ifPresent(inTheWay ->
                            renameInPlace(inTheWay, SqliteNames.free(inTheWay + "_dropped", this::isTaken)));
            renameInPlace(source.name(), to);
        }
    }

    private boolean isTaken(String name) {
        return physical.stream().anyMatch(column -> SqliteNames.same(column, name));
    }

    private void renameInPlace(String from, String to) {
        renames.add(SqliteColumns.rename(before, from, to));
        physical.remove(from);
        physical.add(to);
        kept.replaceAll((column, source) -> source.name().equals(from) ? new Source(source.column(), to) : source);
        given.replaceAll((column, expression) -> renamed(expression, from, to));
    }
}
