package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.change.Change;
import dev.decant.change.CreateTable;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlRenames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table and its partitions get out of the way of others of the same names, with all that shares the names of their namespaces. */
final class PostgresqlSteppingAside {
    private final Table root;
    private final SchemaView before;
    private final Set<ObjectName> coming = new HashSet<>();
    private final List<Statement> statements = new ArrayList<>();

    /**
     * Looks at what will take the names.
     *
     * @param root the table, with all columns that it has
     * @param changes that create what comes
     */
    PostgresqlSteppingAside(Table root, List<Change> changes, SchemaView before) {
        this.root = root;
        this.before = before;
        for (Change change : changes) {
            if (change instanceof CreateTable create) {
                coming.add(create.table().name());
            }
        }
    }

    List<Statement> statements() {
        List<TablePart> parts = new ArrayList<>(root.constraints());
        parts.addAll(root.indexes());
        if (root.lineage().isPartition()) {
            statements.add(PostgresqlDescents.detach(
                    root.name(), root.lineage().parents().getFirst()));
            parts.addAll(PostgresqlFamily.brought(before, root));
        }
        stepAside(root, parts);
        before.descent().descendants(root.name()).stream()
                .flatMap(name -> before.table(name).stream())
                .forEach(table -> {
                    List<TablePart> own = new ArrayList<>(table.constraints());
                    own.addAll(table.indexes());
                    own.removeIf(PostgresqlAttached::isAttached);
                    stepAside(table, own);
                });
        return statements;
    }

    private void stepAside(Table table, List<TablePart> parts) {
        ObjectName aside = table.name();
        if (coming.contains(table.name())) {
            aside = PostgresqlNames.departing(table.name());
            statements.add(statement(alterTable(table.name()).words("RENAME TO").name(aside.local()))
                    .explained(PostgresqlLocks.moment(table.name())));
        }
        for (TablePart part : parts) {
            if (part instanceof Constraint.ForeignKey key && key.target().equals(root.name())) {
                statements.addAll(PostgresqlConstraints.drop(aside, key));
            }
        }
        for (TablePart part : parts) {
            statements.addAll(freed(table.name(), aside, part));
        }
        for (Column column : table.columns()) {
            sequence(table.name(), column).ifPresent(this::stepAside);
        }
    }

    /** Gives up the name of an index or key. */
    private List<Statement> freed(ObjectName table, ObjectName aside, TablePart part) {
        return switch (part) {
            case Constraint.ForeignKey key -> List.of();
            case Constraint.Check check -> List.of();
            case Constraint constraint -> PostgresqlConstraints.drop(aside, constraint);
            case Index index ->
                PostgresqlAttached.holdsOthers(table, index, before)
                        ? PostgresqlIndexes.dropWithOthers(aside, index)
                        : PostgresqlIndexes.drop(aside, index);
            case Column column -> List.of();
        };
    }

    private void stepAside(ObjectName sequence) {
        statements.addAll(PostgresqlRenames.of(
                "SEQUENCE", sequence, PostgresqlNames.departing(sequence), PostgresqlLocks.sequence(sequence), before));
    }

    private static Optional<ObjectName> sequence(ObjectName table, Column column) {
        return switch (column.fill()) {
            case Fill.Serial serial -> Optional.of(serial.sequence());
            case Fill.Identity identity -> Optional.of(PostgresqlIdentities.sequence(table, column.name(), identity));
            default -> Optional.empty();
        };
    }
}
