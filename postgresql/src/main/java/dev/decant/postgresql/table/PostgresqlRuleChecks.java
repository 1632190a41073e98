package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.table.PostgresqlRowsCount.count;
import static dev.decant.postgresql.table.PostgresqlRowsCount.rows;

import dev.decant.dialect.DataCheck;
import dev.decant.dialect.DataCheck.Kind;
import dev.decant.dialect.DataCheck.Rows;
import dev.decant.failure.Counted;
import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.References;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about rows that break a constraint or a unique index which a table gets. */
final class PostgresqlRuleChecks {
    private final SchemaView before;

    PostgresqlRuleChecks(SchemaView before) {
        this.before = before;
    }

    List<DataCheck> of(ObjectName table, Constraint constraint) {
        if (!hasColumns(table, constraint.columns())) {
            return List.of();
        }
        return switch (constraint) {
            case Constraint.PrimaryKey key -> keyed(table, key.columns());
            case Constraint.Unique key -> List.of(repeated(table, key.columns(), "true"));
            case Constraint.ForeignKey key ->
                key.enforcement() == Enforcement.ENFORCED ? orphaned(table, key) : List.of();
            case Constraint.Check check ->
                check.enforcement() != Enforcement.ENFORCED
                        ? List.of()
                        : List.of(count(
                                Kind.MISFIT,
                                rows(table, "makes", "make", check.name() + " false"),
                                table,
                                "NOT (" + check.condition().sql() + ")"));
            case Constraint.Exclusion exclusion -> List.of();
        };
    }

    private static List<DataCheck> keyed(ObjectName table, List<String> columns) {
        String missing =
                columns.stream().map(column -> name(column) + " IS NULL").collect(Collectors.joining(" OR "));
        return List.of(
                count(Kind.MISFIT, rows(table, "has", "have", "no value in " + columns), table, missing),
                repeated(table, columns, "true"));
    }

    List<DataCheck> of(ObjectName table, Index index) {
        List<String> columns = index.keys().stream()
                .flatMap(key -> key.subject() instanceof Index.Subject.OfColumn(String column)
                        ? Stream.of(column)
                        : Stream.empty())
                .toList();
        boolean plain = columns.size() == index.keys().size();
        return index.unique() && plain && hasColumns(table, List.copyOf(References.columnsOf(index)))
                ? List.of(repeated(
                        table, columns, index.predicate().map(Expression::sql).orElse("true")))
                : List.of();
    }

    private static DataCheck repeated(ObjectName table, List<String> columns, String condition) {
        String list = columns.stream().map(PostgresqlText::name).collect(Collectors.joining(", "));
        String given =
                columns.stream().map(column -> name(column) + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return new DataCheck(
                Kind.MISFIT,
                new Counted(
                        "value of " + columns + " is in several rows of " + table,
                        "values of " + columns + " are in several rows of " + table),
                "SELECT count(*) FROM (SELECT FROM %s WHERE (%s) AND %s GROUP BY %s HAVING count(*) > 1) AS repeated"
                        .formatted(name(table), condition, given, list),
                Optional.of(new Rows(
                        table,
                        "(%s) AND (%s) IN (SELECT %s FROM %s WHERE (%s) AND %s GROUP BY %s HAVING count(*) > 1)"
                                .formatted(condition, list, list, name(table), condition, given, list))));
    }

    private List<DataCheck> orphaned(ObjectName table, Constraint.ForeignKey key) {
        if (!hasColumns(key.target(), key.targetColumns())) {
            return List.of();
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.add("target." + name(key.targetColumns().get(i)) + " = "
                    + of(table, key.columns().get(i)));
        }
        String given = key.columns().stream()
                .map(column -> of(table, column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return List.of(count(
                Kind.MISFIT,
                rows(table, "points", "point", "with " + key.columns() + " at no row of " + key.target()),
                table,
                "%s AND NOT EXISTS (SELECT FROM %s AS target WHERE %s)"
                        .formatted(given, name(key.target()), String.join(" AND ", pairs))));
    }

    /** A column of a row outside, for a query inside of which the same name may mean another. */
    private static String of(ObjectName table, String column) {
        return name(table) + "." + name(column);
    }

    private boolean hasColumns(ObjectName table, List<String> columns) {
        Table there = before.tables().get(table);
        return there != null
                && columns.stream().allMatch(column -> there.column(column).isPresent());
    }
}
