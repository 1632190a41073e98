package dev.decant.postgresql.table;

import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A NOT NULL that gets another name in a table and in children of it that hold the column themselves: these are one, for what is renamed in
 * the table is renamed in those that call it alike (rename_constraint_internal in src/backend/commands/tablecmds.c).
 */
public final class PostgresqlNotNullRenames {
    private final Map<Change, List<Change>> groups = new LinkedHashMap<>();

    PostgresqlNotNullRenames(List<Change> changes, Descent descent) {
        List<AlterPart> renames = changes.stream()
                .filter(PostgresqlNotNullRenames::isRename)
                .map(AlterPart.class::cast)
                .toList();
        for (AlterPart child : renames) {
            renames.stream()
                    .filter(top -> descent.isDescendant(child.table(), top.table()) && areAlike(top, child))
                    .max(Comparator.comparingInt(
                            top -> -descent.ancestors(top.table()).size()))
                    .ifPresent(top -> groups.put(child, groups.computeIfAbsent(top, key -> new ArrayList<>())));
        }
    }

    private static boolean isRename(Change change) {
        return change instanceof AlterPart alter
                && alter.before() instanceof Column before
                && alter.after() instanceof Column after
                && PostgresqlColumnOptions.renamesNotNull(before, after);
    }

    private static boolean areAlike(AlterPart one, AlterPart other) {
        return one.before().name().equals(other.before().name())
                && name((Column) one.before()).equals(name((Column) other.before()))
                && name((Column) one.after()).equals(name((Column) other.after()));
    }

    private static Optional<String> name(Column column) {
        return PostgresqlColumnOptions.nameOfNotNull(column);
    }

    /** The group that the change belongs to, if there is one. */
    Optional<List<Change>> of(Change change) {
        return Optional.ofNullable(groups.get(change));
    }

    /** All groups. */
    List<List<Change>> all() {
        return List.copyOf(groups.values());
    }

    /** Whether an operation is such a group. */
    public static boolean isOne(Operation operation) {
        List<Change> changes = operation.changes();
        return changes.size() > 1
                && changes.stream().allMatch(PostgresqlNotNullRenames::isRename)
                && changes.stream().allMatch(change -> areAlike((AlterPart) changes.getFirst(), (AlterPart) change));
    }

    /** The statements, parents first. */
    public static List<Statement> render(List<Change> changes, SchemaView before) {
        List<AlterPart> ordered = changes.stream()
                .map(AlterPart.class::cast)
                .sorted(Comparator.comparingInt(
                        alter -> before.descent().ancestors(alter.table()).size()))
                .toList();
        SchemaBuilder state = before.toBuilder();
        List<Statement> statements = new ArrayList<>();
        for (AlterPart alter : ordered) {
            Column then = (Column) alter.before();
            Column now = (Column) alter.after();
            boolean along = ordered.stream().anyMatch(top -> takesAlong(top, alter.table(), before));
            statements.addAll(PostgresqlParts.alter(
                    alter.table(), along ? PostgresqlNotNullNames.keptBy(now, then) : then, now, state.view()));
            alter.applyTo(state, PostgresqlText.SYNTAX);
        }
        return statements;
    }

    /** Whether a table's NOT NULL is renamed with that of another, whose own it was not told otherwise. */
    private static boolean takesAlong(AlterPart top, ObjectName child, SchemaView state) {
        Column column = (Column) top.before();
        Optional<Table> alike = state.table(child)
                .filter(table -> state.descent().isDescendant(child, top.table()))
                .filter(table -> !PostgresqlNotNullNames.isCalledOtherwise(table, column, state));
        return alike.isPresent()
                && (column.fill() instanceof Fill.Identity
                        || top.after() instanceof Column after && after.fill() instanceof Fill.Identity
                        || PostgresqlNotNullNames.isKeyed(state.table(top.table()), column.name())
                        || !PostgresqlNotNullNames.haveOthers(top.table(), column, state));
    }
}
