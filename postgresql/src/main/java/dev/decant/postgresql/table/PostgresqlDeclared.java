package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a child has from its parents and has declared besides, as each does that once had it for itself: such a column or check stays in the
 * child when its parents lose it ({@code attislocal} and {@code conislocal} in the catalogues), which the schema does not tell. Partitions
 * declare nothing.
 */
final class PostgresqlDeclared {
    private PostgresqlDeclared() {}

    /** What takes from the children of a table a column that it has no longer, where they have declared it. */
    static List<Statement> without(ObjectName table, Column column, SchemaView before) {
        return without(
                table,
                before,
                holder -> PostgresqlInheritance.full(before, holder)
                        .column(column.name())
                        .isPresent(),
                child -> alterTable(child).words("DROP COLUMN IF EXISTS").name(column.name()));
    }

    /** The same for a constraint; children have none but checks. */
    static List<Statement> without(ObjectName table, Constraint constraint, SchemaView before) {
        return constraint instanceof Constraint.Check check && !check.noInherit()
                ? without(
                        table,
                        before,
                        holder -> brings(holder, check.name(), before),
                        child -> alterTable(child)
                                .words("DROP CONSTRAINT IF EXISTS")
                                .name(check.name()))
                : List.of();
    }

    private static boolean brings(Table holder, String check, SchemaView before) {
        return Stream.concat(holder.constraints().stream(), PostgresqlFamily.brought(before, holder).stream())
                .anyMatch(part -> part instanceof Constraint.Check held
                        && !held.noInherit()
                        && held.name().equals(check));
    }

    private static List<Statement> without(
            ObjectName table, SchemaView before, Predicate<Table> brings, Function<ObjectName, Sql> drop) {
        List<Statement> statements = new ArrayList<>();
        for (Table child : PostgresqlChildren.of(table, before)) {
            boolean lets = !child.lineage().isPartition()
                    && child.lineage().parents().stream()
                            .filter(parent -> !parent.equals(table))
                            .flatMap(parent -> before.table(parent).stream())
                            .noneMatch(brings);
            if (lets) {
                statements.add(statement(drop.apply(child.name())).explained(PostgresqlLocks.moment(child.name())));
                statements.addAll(without(child.name(), before, brings, drop));
            }
        }
        return statements;
    }
}
