package dev.decant.sqlite;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.ConvertColumn;
import dev.decant.change.DropPart;
import dev.decant.change.RenamePart;
import dev.decant.dialect.Ability;
import dev.decant.dialect.Conversion;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.sql.StatementTraits;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * SQLite 3.53 and later: tables, columns, keys, checks and indexes.
 *
 * <p>Tables are in no namespace. What ALTER TABLE does not do is done by building the table anew.
 */
public final class SqliteDialect implements Dialect {
    private static final Set<Ability> ABILITIES = Set.of(Ability.REFER_FORWARD, Ability.UNDO_DDL);

    /** Makes the dialect; it keeps nothing. */
    public SqliteDialect() {}

    @Override
    public String id() {
        return "sqlite";
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public Syntax syntax() {
        return Syntax.SQLITE;
    }

    @Override
    public StatementTraits traits() {
        return StatementTraits.SQLITE;
    }

    @Override
    public Schema canonical(Schema schema) {
        return SqliteCanonical.canonical(schema);
    }

    @Override
    public Conversion conversion(Column column, DataType after) {
        return new Conversion.Known(SqliteTypes.converted(column, after));
    }

    @Override
    public boolean altersInPlace(Column before, Column after) {
        return true;
    }

    @Override
    public List<Operation> operations(List<Change> changes, Schema before) {
        return SqliteOperations.join(changes, before);
    }

    @Override
    public List<Statement> render(Operation operation, SchemaView before) {
        List<Change> changes = operation.changes();
        return statements(changes, before).stream()
                .map(statement -> statement.serving(changes))
                .toList();
    }

    private static List<Statement> statements(List<Change> changes, SchemaView before) {
        if (changes.size() == 1) {
            Optional<List<Statement>> inPlace = new SqliteAlterations(before).inPlace(changes.getFirst());
            if (inPlace.isPresent()) {
                return inPlace.get();
            }
        }
        ObjectName name = table(changes.getFirst());
        Table then = before.table(name).orElseThrow(() -> new IllegalStateException("there is no table " + name));
        return columnWithKeys(then, changes).map(List::of).orElseGet(() -> rebuild(then, changes, before));
    }

    private static List<Statement> rebuild(Table then, List<Change> changes, SchemaView before) {
        Schema after = Changes.apply(changes, Schema.of(List.of(then), List.of()), Syntax.SQLITE);
        Table now = after.table(then.name()).orElseThrow();
        return new SqliteRebuild(then, now, changes, before).statements();
    }

    /** A new column and the foreign keys that are its alone, when there is nothing else. */
    private static Optional<Statement> columnWithKeys(Table table, List<Change> changes) {
        if (!(changes.getFirst() instanceof AddPart first && first.part() instanceof Column column)) {
            return Optional.empty();
        }
        List<ForeignKey> keys = new ArrayList<>();
        for (Change change : changes.subList(1, changes.size())) {
            if (!(change instanceof AddPart add
                    && add.part() instanceof ForeignKey key
                    && SqliteColumns.canComeWith(column, key))) {
                return Optional.empty();
            }
            keys.add(key);
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(SqliteColumns.add(table, column, keys));
    }

    private static ObjectName table(Change change) {
        return switch (change) {
            case AddPart add -> add.table();
            case DropPart drop -> drop.table();
            case AlterPart alter -> alter.table();
            case RenamePart rename -> rename.table();
            case ConvertColumn convert -> convert.table();
            case AlterTable alter -> alter.table();
            default -> throw new IllegalStateException("not a change inside a table: " + change.describe());
        };
    }
}
