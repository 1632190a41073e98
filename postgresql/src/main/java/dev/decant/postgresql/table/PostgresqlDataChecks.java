package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;

import dev.decant.change.AddPart;
import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Conversion;
import dev.decant.dialect.DataCheck;
import dev.decant.dialect.DataCheck.Kind;
import dev.decant.dialect.DataCheck.Rows;
import dev.decant.failure.Counted;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.References;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import dev.decant.postgresql.sql.PostgresqlConversions;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about the rows that a change meets. A part that rests on a column which is new has none: there are no values yet. */
public final class PostgresqlDataChecks {
    private final SchemaView before;

    public PostgresqlDataChecks(SchemaView before) {
        this.before = before;
    }

    public List<DataCheck> of(Change change) {
        return switch (change) {
            case DropTable(Table table) ->
                List.of(count(Kind.LOSS, things("row", table.name() + " would be gone"), table.name(), "true"));
            case CreateTable(Table table) -> carved(table);
            case AlterTable alter -> attached(alter);
            case DropPart(ObjectName table, Column column) -> dropped(table, column);
            case AddPart(ObjectName table, Column column) -> added(table, column);
            case AddPart(ObjectName table, Constraint constraint) -> added(table, constraint);
            case AddPart(ObjectName table, Index index) -> added(table, index);
            case AlterPart(ObjectName table, Column then, Column now) -> altered(table, then, now, Optional.empty());
            case AlterPart(ObjectName table, Constraint then, Constraint now) -> added(table, now);
            case ConvertColumn convert ->
                altered(convert.table(), convert.before(), convert.after(), Optional.of(convert.forward()));
            case AlterObject(EnumType then, EnumType now) -> labels(then, now);
            default -> List.of();
        };
    }

    /** Rows of a default partition that belong into a new one. */
    private List<DataCheck> carved(Table table) {
        return PostgresqlCarvedRows.stuck(table, before).stream()
                .map(rows -> belonging(rows, table.name()))
                .toList();
    }

    private List<DataCheck> attached(AlterTable alter) {
        boolean joins = alter.after().lineage().isPartition()
                && !alter.before().lineage().equals(alter.after().lineage());
        return joins
                ? before.table(alter.table()).stream()
                        .map(table -> table.withTraits(alter.after()))
                        .flatMap(table -> Stream.concat(
                                PostgresqlCarvedRows.inTheWay(table, before).stream()
                                        .map(rows -> belonging(rows, table.name())),
                                strange(table).stream()))
                        .toList()
                : List.of();
    }

    /** Rows of a table that do not belong into it once it is a partition, or one of other rows than it was. */
    private Optional<DataCheck> strange(Table partition) {
        Lineage lineage = partition.lineage();
        return before.table(lineage.parents().getFirst())
                .filter(parent -> parent.lineage().partitioning().isPresent())
                .map(parent -> PostgresqlInheritance.full(before, parent))
                .flatMap(parent -> PostgresqlPartitionProof.condition(lineage, parent)
                        .or(() -> PostgresqlPartitionProof.hashCondition(lineage, parent)))
                .map(condition -> count(
                        Kind.MISFIT,
                        rows(
                                partition.name(),
                                "does",
                                "do",
                                "not belong " + lineage.bound().orElseThrow()),
                        partition.name(),
                        "NOT coalesce(" + condition + ", false)"));
    }

    private static DataCheck belonging(PostgresqlCarvedRows.Stuck rows, ObjectName partition) {
        return count(
                Kind.MISFIT,
                rows(rows.holder(), "belongs", "belong", "into " + partition + " and would have to move there"),
                rows.holder(),
                rows.condition());
    }

    private List<DataCheck> dropped(ObjectName table, Column column) {
        return column.fill() instanceof Fill.Generated || !hasColumns(table, List.of(column.name()))
                ? List.of()
                : List.of(count(
                        Kind.LOSS,
                        things("value", table + "." + column.name() + " would be gone"),
                        table,
                        name(column.name()) + " IS NOT NULL"));
    }

    private List<DataCheck> added(ObjectName table, Column column) {
        boolean needsValue = !column.nullable() && column.fill() instanceof Fill.Nothing;
        return needsValue && before.tables().containsKey(table)
                ? List.of(count(
                        Kind.MISFIT, things("row", table + " would have no value in " + column.name()), table, "true"))
                : List.of();
    }

    private List<DataCheck> altered(ObjectName table, Column then, Column now, Optional<Expression> using) {
        if (!hasColumns(table, List.of(then.name()))) {
            return List.of();
        }
        List<DataCheck> checks = new ArrayList<>();
        if (then.nullable() && !now.nullable()) {
            checks.add(count(
                    Kind.MISFIT,
                    rows(table, "has", "have", "no value in " + then.name()),
                    table,
                    name(then.name()) + " IS NULL"));
        }
        if (!then.type().equals(now.type())) {
            checks.addAll(converted(table, then, now.type(), using));
        }
        return checks;
    }

    /** A label that is gone is told in its own words. */
    private List<DataCheck> converted(ObjectName table, Column column, DataType type, Optional<Expression> using) {
        Optional<String> value = using.map(Expression::sql).or(() -> known(column, type));
        return value
                .map(expression -> "SELECT count(" + cast(expression, type) + ") FROM " + name(table))
                .map(sql -> new DataCheck(
                        Kind.CONVERSION, cannotBecome(table + "." + column.name(), type), sql, Optional.empty()))
                .stream()
                .toList();
    }

    private static Optional<String> known(Column column, DataType type) {
        return switch (PostgresqlConversions.of(column, type)) {
            case Conversion.Known(Expression expression) -> Optional.of(expression.sql());
            case Conversion.Asked asked -> Optional.empty();
        };
    }

    private static String cast(String expression, DataType type) {
        return "(" + expression + ")::" + PostgresqlText.type(type);
    }

    private List<DataCheck> added(ObjectName table, Constraint constraint) {
        if (!hasColumns(table, constraint.columns())) {
            return List.of();
        }
        return switch (constraint) {
            case Constraint.PrimaryKey key -> keyed(table, key.columns());
            case Constraint.Unique key -> List.of(repeated(table, key.columns(), "true"));
            case Constraint.ForeignKey key -> key.notValid() ? List.of() : orphaned(table, key);
            case Constraint.Check check ->
                check.notValid()
                        ? List.of()
                        : List.of(count(
                                Kind.MISFIT,
                                rows(table, "makes", "make", check.name() + " false"),
                                table,
                                "NOT (" + check.condition().sql() + ")"));
            default -> List.of();
        };
    }

    private List<DataCheck> keyed(ObjectName table, List<String> columns) {
        String missing =
                columns.stream().map(column -> name(column) + " IS NULL").collect(Collectors.joining(" OR "));
        return List.of(
                count(Kind.MISFIT, rows(table, "has", "have", "no value in " + columns), table, missing),
                repeated(table, columns, "true"));
    }

    private List<DataCheck> added(ObjectName table, Index index) {
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

    private DataCheck repeated(ObjectName table, List<String> columns, String condition) {
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

    private List<DataCheck> labels(EnumType then, EnumType now) {
        List<DataCheck> checks = new ArrayList<>();
        for (String label : then.labels()) {
            if (!now.labels().contains(label)) {
                before.tables()
                        .values()
                        .forEach(table -> table.columns().stream()
                                .filter(column -> column.type().equals(DataType.declared(then.name())))
                                .forEach(column -> checks.add(count(
                                        Kind.MISFIT,
                                        rows(
                                                table.name(),
                                                "has",
                                                "have",
                                                column.name() + " = " + label + ", which is no longer in "
                                                        + then.name()),
                                        table.name(),
                                        name(column.name()) + "::text = " + PostgresqlText.SYNTAX.literal(label)))));
            }
        }
        return checks;
    }

    private static Counted things(String thing, String rest) {
        return new Counted(thing + " of " + rest, thing + "s of " + rest);
    }

    private static Counted rows(ObjectName table, String one, String many, String rest) {
        return new Counted("row of " + table + " " + one + " " + rest, "rows of " + table + " " + many + " " + rest);
    }

    private static Counted cannotBecome(String column, DataType type) {
        return new Counted(
                "a value of " + column + " cannot become " + type, "values of " + column + " cannot become " + type);
    }

    private static DataCheck count(Kind kind, Counted subject, ObjectName table, String condition) {
        return new DataCheck(
                kind,
                subject,
                "SELECT count(*) FROM " + name(table) + " WHERE " + condition,
                Optional.of(new Rows(table, condition)));
    }

    private boolean hasColumns(ObjectName table, List<String> columns) {
        Table there = before.tables().get(table);
        return there != null
                && columns.stream().allMatch(column -> there.column(column).isPresent());
    }
}
