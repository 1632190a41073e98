package dev.decant.postgresql.table;

import dev.decant.change.Change;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of indexes and keys that partitions have from their partitioned table. The server makes them of the names of table and columns
 * when it makes the index, and leaves them when one of those is renamed; the model knows only how they would be called now.
 */
public final class PostgresqlBroughtNames {
    private PostgresqlBroughtNames() {}

    /** Those that a part of a table brings its partitions. */
    public static Set<ObjectName> of(ObjectName table, TablePart part, SchemaView state) {
        if (part instanceof Column || part instanceof Constraint.Check || part instanceof Constraint.ForeignKey) {
            return Set.of();
        }
        return state.descent().descendants(table).stream()
                .flatMap(each -> state.table(each).stream())
                .filter(each -> each.lineage().isPartition())
                .flatMap(partition ->
                        PostgresqlFamily.broughtBy(partition, part)
                                .map(brought -> partition.name().withLocal(brought.name()))
                                .stream())
                .collect(Collectors.toSet());
    }

    /** What renames those of a partition that gets another name. */
    static List<Statement> ofRenamed(ObjectName before, ObjectName after, SchemaView state) {
        return state.table(before)
                .filter(table -> table.lineage().isPartition())
                .map(table -> renamed(
                        after,
                        PostgresqlFamily.brought(state, table),
                        PostgresqlFamily.brought(state, table.withName(after))))
                .orElse(List.of());
    }

    /** What renames those of all partitions of a table in which something else is renamed. */
    public static List<Statement> under(ObjectName table, Change rename, SchemaView state) {
        List<Table> partitions = state.descent().descendants(table).stream()
                .flatMap(each -> state.table(each).stream())
                .filter(each -> each.lineage().isPartition())
                .toList();
        if (partitions.isEmpty()) {
            return List.of();
        }
        SchemaBuilder later = state.toBuilder();
        rename.applyTo(later, PostgresqlText.SYNTAX);
        SchemaView after = later.view();
        List<Statement> statements = new ArrayList<>();
        for (Table partition : partitions) {
            statements.addAll(renamed(
                    partition.name(),
                    PostgresqlFamily.brought(state, partition),
                    PostgresqlFamily.brought(
                            after, after.table(partition.name()).orElseThrow())));
        }
        return statements;
    }

    private static List<Statement> renamed(ObjectName table, List<TablePart> before, List<TablePart> after) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < before.size() && i < after.size(); i++) {
            TablePart part = before.get(i);
            boolean named = part instanceof Constraint.Check || part instanceof Constraint.ForeignKey;
            if (!named && !part.name().equals(after.get(i).name())) {
                statements.addAll(PostgresqlParts.rename(
                        table, part.partKind(), part.name(), after.get(i).name()));
            }
        }
        return statements;
    }
}
