package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a new child has to say of columns that its parents bring: that it declares them too, how a NOT NULL is called, for a name cannot be
 * changed later, and which default it takes where they have several (MergeAttributes in src/backend/commands/tablecmds.c).
 */
final class PostgresqlSaid {
    private static final Fill NO_DEFAULT = new Fill.Default(new Expression("NULL"));

    private PostgresqlSaid() {}

    /** The columns of which something has to be said, with no more than that. */
    static List<Column> in(Table child, SchemaView before) {
        List<Table> parents = PostgresqlInheritance.parents(before, child.lineage());
        return PostgresqlInheritance.full(before, child).columns().stream()
                .flatMap(column ->
                        of(column, parents, child.lineage().declaredColumns().contains(column.name())).stream())
                .toList();
    }

    /** The checks that it declares too; without rows, each is valid at once. */
    static List<Constraint.Check> checks(Table child, SchemaView before) {
        return child.lineage().declaredChecks().isEmpty()
                ? List.of()
                : PostgresqlFamily.brought(before, child).stream()
                        .filter(part -> child.lineage().declaredChecks().contains(part.name()))
                        .flatMap(part -> part instanceof Constraint.Check check ? Stream.of(check) : Stream.empty())
                        .toList();
    }

    /** What the column is that the new child gets from its parents and by what is said of it. */
    static Optional<Column> got(Table child, String column, SchemaView before) {
        List<Table> parents = PostgresqlInheritance.parents(before, child.lineage());
        return PostgresqlInheritance.expected(parents, column)
                .map(expected -> in(child, before).stream()
                        .filter(said -> said.name().equals(column))
                        .findFirst()
                        .map(said -> merged(expected, said))
                        .orElse(expected));
    }

    private static Column merged(Column expected, Column said) {
        Column filled = said.fill() instanceof Fill.Nothing
                ? expected
                : expected.withFill(said.fill().equals(NO_DEFAULT) ? Fill.NOTHING : said.fill());
        return said.nullable() ? filled : PostgresqlNotNullNames.keptBy(said, filled);
    }

    private static Optional<Column> of(Column column, List<Table> parents, boolean declared) {
        Optional<Column> expected = PostgresqlInheritance.expected(parents, column.name());
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        boolean named = PostgresqlColumnOptions.renamesNotNull(expected.get(), column)
                && !column.options().containsKey(PostgresqlColumnOptions.NOT_VALID);
        boolean filled = PostgresqlInheritance.haveDifferentFills(parents, column.name());
        if (!named && !filled && !declared) {
            return Optional.empty();
        }
        Column bare = column.withFill(Fill.NOTHING)
                .withOptions(Map.of())
                .withComment("")
                .withNullable(!named);
        return Optional.of((named ? PostgresqlNotNullNames.keptBy(column, bare) : bare)
                .withFill(!filled ? Fill.NOTHING : column.fill() instanceof Fill.Default ? column.fill() : NO_DEFAULT));
    }

    /** The column as it stands in CREATE TABLE. */
    static void define(Sql sql, Table child, Column column) {
        sql.name(column.name());
        if (child.lineage().isPartition()) {
            sql.words("WITH OPTIONS");
        } else {
            sql.text(type(column.type()));
            PostgresqlColumnOptions.write(sql, column);
        }
        PostgresqlFills.write(sql, child.name(), column);
        PostgresqlColumnOptions.writeNotNull(sql, column);
    }
}
