package dev.decant.sqlite;

import dev.decant.change.AddPart;
import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.change.RenameMember;
import dev.decant.change.RenameObject;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What SQLite does in place, one change at a time (lang_altertable.html); what it does not is left to {@link SqliteRebuild}. */
final class SqliteAlterations {
    private final SchemaView before;

    /**
     * Alters a schema.
     *
     * @param before the state in which the change is made
     */
    SqliteAlterations(SchemaView before) {
        this.before = before;
    }

    /** The statements that make a change in place; nothing when the table has to be built anew. */
    Optional<List<Statement>> inPlace(Change change) {
        return switch (change) {
            case CreateTable(Table table) -> Optional.of(SqliteTables.create(table));
            case DropTable(Table table) -> Optional.of(List.of(SqliteTables.drop(table)));
            case RenameTable(ObjectName from, ObjectName to) ->
                Optional.of(SqliteTables.rename(from, to, this::isTaken));
            case AlterTable alter ->
                alter.before().options().equals(alter.after().options()) ? Optional.of(List.of()) : Optional.empty();
            case AddPart(ObjectName table, TablePart part) -> add(table(table), part);
            case DropPart(ObjectName table, TablePart part) -> drop(table(table), part);
            case AlterPart(ObjectName table, TablePart from, TablePart to) -> alter(table(table), from, to);
            case RenamePart rename -> rename(table(rename.table()), rename);
            case ConvertColumn convert -> Optional.empty();
            case CreateObject create -> throw noObjects(create);
            case DropObject drop -> throw noObjects(drop);
            case AlterObject alter -> throw noObjects(alter);
            case RenameObject rename -> throw noObjects(rename);
            case RenameMember rename -> throw noObjects(rename);
        };
    }

    private Table table(ObjectName name) {
        return before.table(name).orElseThrow(() -> new IllegalStateException("there is no table " + name));
    }

    private boolean isTaken(String name) {
        return before.tables().values().stream()
                .anyMatch(table -> SqliteNames.same(table.name().local(), name)
                        || table.indexes().stream().anyMatch(index -> SqliteNames.same(index.name(), name)));
    }

    private static UnsupportedChangeException noObjects(Change change) {
        return new UnsupportedChangeException(
                change.subject(), "SQLite has only tables here", "remove it from the schema");
    }

    private static Optional<List<Statement>> add(Table table, TablePart part) {
        return switch (part) {
            case Column column ->
                when(SqliteColumns.canBeAdded(table, column), () -> SqliteColumns.add(table, column, List.of()));
            case Constraint.Check check -> Optional.of(List.of(SqliteConstraints.add(table, check)));
            case Constraint.PrimaryKey key -> Optional.empty();
            case Constraint.Unique unique -> Optional.empty();
            case Constraint.ForeignKey key -> Optional.empty();
            case Constraint.Exclusion exclusion -> Optional.empty();
            case Index index -> Optional.of(List.of(SqliteIndexes.create(table, index)));
        };
    }

    private static Optional<List<Statement>> drop(Table table, TablePart part) {
        return switch (part) {
            case Column column ->
                when(SqliteColumns.canBeDropped(table, column), () -> SqliteColumns.drop(table, column));
            case Constraint.Check check ->
                when(SqliteConstraints.isSurelyNamed(check), () -> SqliteConstraints.drop(table, check));
            case Constraint.PrimaryKey key -> Optional.empty();
            case Constraint.Unique unique -> Optional.empty();
            case Constraint.ForeignKey key -> Optional.empty();
            case Constraint.Exclusion exclusion -> Optional.empty();
            case Index index -> Optional.of(List.of(SqliteIndexes.drop(index)));
        };
    }

    private static Optional<List<Statement>> alter(Table table, TablePart from, TablePart to) {
        if (from instanceof Column then && to instanceof Column now) {
            boolean onlyNulls = then.withNullable(now.nullable()).equals(now.withComment(then.comment()));
            return when(onlyNulls, () -> SqliteColumns.setNullable(table, now));
        }
        return replace(table, from, to);
    }

    private static Optional<List<Statement>> rename(Table table, RenamePart rename) {
        if (rename.kind() == PartKind.COLUMN) {
            return when(
                    SqliteColumns.canBeRenamed(table, rename.before(), rename.after()),
                    () -> SqliteColumns.rename(table, rename.before(), rename.after()));
        }
        TablePart part = table.part(rename.kind(), rename.before())
                .orElseThrow(() -> new IllegalStateException("there is no " + rename.subject()));
        return replace(table, part, part.withName(rename.after()));
    }

    private static Optional<List<Statement>> replace(Table table, TablePart from, TablePart to) {
        if (from instanceof Index then && to instanceof Index now) {
            return Optional.of(List.of(SqliteIndexes.drop(then), SqliteIndexes.create(table, now)));
        }
        if (from instanceof Constraint.Check then && to instanceof Constraint.Check now) {
            return SqliteConstraints.isSurelyNamed(then)
                    ? Optional.of(List.of(SqliteConstraints.drop(table, then), SqliteConstraints.add(table, now)))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<List<Statement>> when(boolean possible, Supplier<Statement> statement) {
        return possible ? Optional.of(List.of(statement.get())) : Optional.empty();
    }
}
