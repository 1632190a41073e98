package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that are computed when they are read and become plain ones. The server has no DROP EXPRESSION for them (the manual's page of ALTER
 * TABLE), so a new column takes their values and their name.
 */
public final class PostgresqlVirtualColumns {
    private PostgresqlVirtualColumns() {}

    /** Whether a virtual column becomes a plain one. */
    public static boolean becomesPlain(Column before, Column after) {
        return before.fill() instanceof Fill.Generated generated
                && !generated.stored()
                && !(after.fill() instanceof Fill.Generated);
    }

    /** What makes it one that holds what was computed. */
    static List<Statement> alter(
            ObjectName table, Column before, Column after, Optional<Expression> using, SchemaView state) {
        Column plain = before.withFill(Fill.NOTHING).withNullable(true).withComment("");
        PostgresqlDependants dependants = dependants(table, plain, state);
        Column arriving = plain.withName(
                PostgresqlNames.departing(ObjectName.of(before.name())).local());
        List<Statement> statements = new ArrayList<>(dependants.drop());
        statements.addAll(PostgresqlColumns.add(table, arriving, state));
        computed(before).ifPresent(value -> statements.add(filled(table, arriving, value)));
        statements.addAll(PostgresqlSequences.kept(table, before, state));
        statements.addAll(PostgresqlColumns.drop(table, before));
        statements.add(statement(alterTable(table)
                        .words("RENAME COLUMN")
                        .name(arriving.name())
                        .words("TO")
                        .name(before.name()))
                .explained(PostgresqlLocks.moment(table)));
        statements.addAll(
                PostgresqlColumns.alter(table, plain, after, using, false, PostgresqlCountedRows.of(table, state)));
        statements.addAll(PostgresqlSequences.ownedBy(table, after, state));
        statements.addAll(dependants.restore());
        return statements;
    }

    /** What computes something from the column and would go with it. */
    private static PostgresqlDependants dependants(ObjectName table, Column plain, SchemaView state) {
        SchemaBuilder freed = state.toBuilder();
        Table holder = freed.table(table);
        freed.replace(holder.replacing(plain.name(), plain));
        return new PostgresqlDependants(freed.view(), Map.of(table, Set.of(plain.name())));
    }

    private static Optional<Expression> computed(Column column) {
        return column.fill() instanceof Fill.Generated(Expression value, boolean stored)
                ? Optional.of(value)
                : Optional.empty();
    }

    /** Not by UPDATE, which calls triggers, and which a publication of a table without a replica identity forbids. */
    private static Statement filled(ObjectName table, Column arriving, Expression value) {
        return PostgresqlTypeChanges.statement(
                        table, List.of(new PostgresqlColumnChange(arriving, arriving, Optional.of(value))))
                .explained(PostgresqlLocks.rewrite(table) + "; keeps in every row what was computed")
                .with(Hazard.Kind.REWRITE, "writes every row of " + table + " again; readers and writers wait");
    }
}
