package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.SYNTAX;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.table.PostgresqlColumnOptions.NOT_NULL;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlLocks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the NOT NULL of a column is called that a table has from several parents, or from one that has it so: after one of these, unless it was
 * the table's own before; a schema leaves it open.
 */
final class PostgresqlNotNullNames {
    private PostgresqlNotNullNames() {}

    /** A column that says nothing of the name. */
    static Column without(Column column) {
        return named(column, Optional.empty());
    }

    private static Column named(Column column, Optional<String> name) {
        Map<String, String> options = new LinkedHashMap<>(column.options());
        options.remove(NOT_NULL);
        name.ifPresent(given -> options.put(NOT_NULL, given));
        return column.withOptions(options);
    }

    /** A column with the name that the NOT NULL of another has, if both have one. */
    static Column keptBy(Column other, Column column) {
        return other.nullable() || column.nullable()
                ? column
                : named(column, Optional.ofNullable(other.options().get(NOT_NULL)));
    }

    /** Whether the schema leaves open how the NOT NULL of a table's column is called. */
    static boolean isOpen(SchemaView schema, Table table, String column) {
        if (table.column(column).flatMap(PostgresqlColumnOptions::nameOfNotNull).isPresent()) {
            return false;
        }
        List<Table> givers = givers(schema, table, column);
        return givers.size() > 1
                || givers.size() == 1
                        && schema.table(givers.getFirst().name())
                                .filter(giver -> isOpen(schema, giver, column))
                                .isPresent();
    }

    /** The parents from which a table has a column. */
    private static List<Table> givers(SchemaView schema, Table table, String column) {
        return PostgresqlInheritance.parents(schema, table.lineage()).stream()
                .filter(parent -> parent.column(column).isPresent())
                .toList();
    }

    /** Whether it may be called otherwise than the server would call it: only if it is called so anywhere up the line. */
    static boolean mayBeOdd(SchemaView schema, Table table, String column) {
        return isOpen(schema, table, column)
                && schema.descent().ancestors(table.name()).stream()
                        .flatMap(name -> schema.table(name).stream())
                        .flatMap(parent -> parent.column(column).stream())
                        .anyMatch(held ->
                                PostgresqlColumnOptions.nameOfNotNull(held).isPresent());
    }

    /** Whether a key of the table has a column that refuses null for it. */
    static boolean isKeyed(Optional<Table> table, String column) {
        return table.flatMap(Table::primaryKey)
                .filter(key -> key.columns().contains(column))
                .isPresent();
    }

    /**
     * Whether there is a child whose NOT NULL may go by the name that it has from another parent, or by one of its own: there, a rename would
     * look for the parent's (rename_constraint_internal in src/backend/commands/tablecmds.c).
     */
    static boolean haveOthers(ObjectName parent, Column column, SchemaView state) {
        return state.descent().descendants(parent).stream()
                .flatMap(child -> state.table(child).stream())
                .anyMatch(child -> isCalledOtherwise(child, column, state));
    }

    /** Whether a table that has a column from others may call its NOT NULL otherwise than the column says. */
    static boolean isCalledOtherwise(Table child, Column column, SchemaView state) {
        String name = column.options().getOrDefault(NOT_NULL, "");
        return givers(state, child, column.name()).size() > 1
                || PostgresqlInheritance.full(state, child).column(column.name()).stream()
                        .anyMatch(there ->
                                !there.options().getOrDefault(NOT_NULL, "").equals(name));
    }

    /**
     * What calls the NOT NULL of a table that stands by itself otherwise: another takes its place where it is not known for sure how it is
     * called, there and in the table's children, and no key rests on it.
     */
    static List<Statement> change(ObjectName table, Column before, Column after, SchemaView state) {
        if (before.options().containsKey(NOT_NULL) && !haveOthers(table, before, state)) {
            return PostgresqlApart.fromOthers(
                    table, before, state, PostgresqlColumns.alter(table, before, after, Optional.empty()));
        }
        if (isKeyed(state.table(table), before.name())) {
            return PostgresqlApart.fromOthers(table, before, state, calledAs(table, before, after));
        }
        Column free = PostgresqlColumnOptions.withoutNotNull(before);
        List<Statement> statements = new ArrayList<>(PostgresqlColumns.alter(table, before, free, Optional.empty()));
        statements.addAll(PostgresqlColumns.alter(table, free, after, Optional.empty()));
        return statements;
    }

    /** What makes a column another whose NOT NULL is called nobody knows how. */
    static List<Statement> calledAs(ObjectName table, Column before, Column after) {
        String name = PostgresqlColumnOptions.notNullName(table, after);
        List<Statement> statements = new ArrayList<>();
        statements.add(renamed(table, before.name(), name));
        statements.addAll(PostgresqlColumns.alter(
                table, named(before, Optional.of(name)), named(after, Optional.of(name)), Optional.empty()));
        return statements;
    }

    private static Statement renamed(ObjectName table, String column, String name) {
        return Statement.of("DO $name$ DECLARE former text; BEGIN\n"
                        + "    SELECT c.conname INTO former FROM pg_catalog.pg_constraint c\n"
                        + "    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]\n"
                        + "    WHERE c.contype = 'n' AND c.conrelid = " + SYNTAX.literal(name(table)) + "::regclass"
                        + " AND a.attname = " + SYNTAX.literal(column) + ";\n"
                        + "    IF former <> " + SYNTAX.literal(name) + " THEN\n"
                        + "        EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', "
                        + SYNTAX.literal(name(table)) + ", former, " + SYNTAX.literal(name) + ");\n"
                        + "    END IF;\n"
                        + "END $name$")
                .explained(PostgresqlLocks.moment(table));
    }
}
