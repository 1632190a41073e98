package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.routine.Routine;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Expressions;
import dev.decant.sql.Mention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column whose default reads the table that it comes to, while others hold rows for that: these have the column only after the table has it,
 * so that nothing can read all of them meanwhile (ATExecAddColumn in src/backend/commands/tablecmds.c computes the default before it goes on
 * to them). The column comes empty, then gets its default, and the rows are filled with that.
 */
final class PostgresqlFilledLater {
    private PostgresqlFilledLater() {}

    /** Whether the column is such a one; where a table below has it already, it keeps the values that it has. */
    static boolean isOne(ObjectName table, Column column, SchemaView before) {
        if (!(column.fill() instanceof Fill.Default(Expression value))) {
            return false;
        }
        Set<ObjectName> below = before.descent().descendants(table);
        return !below.isEmpty()
                && below.stream()
                        .flatMap(child -> before.table(child).stream())
                        .noneMatch(child -> PostgresqlInheritance.full(before, child)
                                .column(column.name())
                                .isPresent())
                && readsAny(value, Stream.concat(Stream.of(table), below.stream()), before);
    }

    private static boolean readsAny(Expression value, Stream<ObjectName> tables, SchemaView before) {
        Set<ObjectName> called = mentioned(value, mention -> mention.role() == Mention.Role.CALL);
        Set<ObjectName> read = before.objects(Routine.KIND).stream()
                .filter(routine -> called.contains(routine.name()))
                .flatMap(routine -> Stream.concat(routine.code().stream(), routine.laterCode().stream()))
                .flatMap(code -> mentioned(code, mention -> true).stream())
                .collect(Collectors.toSet());
        return tables.anyMatch(table -> read.contains(table) || read.contains(ObjectName.of("", table.local())));
    }

    private static Set<ObjectName> mentioned(Expression code, Predicate<Mention> which) {
        return Expressions.identifiers(code.sql(), PostgresqlText.SYNTAX).stream()
                .filter(which)
                .map(mention -> ObjectName.of(mention.qualifier(), mention.name()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * What makes it.
     *
     * @param bare what makes it without a default, for rows that have no value yet
     */
    static List<Statement> statements(ObjectName table, Column column, List<Statement> bare) {
        Column filled = PostgresqlColumnOptions.withoutNotNull(column);
        List<Statement> statements = new ArrayList<>(bare);
        statements.addAll(PostgresqlColumns.alter(table, empty(column), filled, Optional.empty()));
        statements.add(statement(sql("UPDATE")
                        .text(name(table))
                        .words("SET")
                        .name(column.name())
                        .words("= DEFAULT"))
                .explained(PostgresqlLocks.rewrite(table))
                .with(Hazard.Kind.REWRITE, "writes every row of " + table + " again, for the default reads it"));
        statements.addAll(PostgresqlColumns.alter(table, filled, column, Optional.empty()));
        return statements;
    }

    /** The column as it comes. */
    static Column empty(Column column) {
        return PostgresqlColumnOptions.withoutNotNull(column).withFill(Fill.NOTHING);
    }
}
