package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.table.PostgresqlRowsCount.count;
import static dev.decant.postgresql.table.PostgresqlRowsCount.rows;
import static dev.decant.postgresql.table.PostgresqlRowsCount.things;

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
import dev.decant.failure.Counted;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import dev.decant.postgresql.sql.PostgresqlConversions;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions about the rows that a change meets. A part that rests on a column which is new has none: there are no values yet. */
public final class PostgresqlDataChecks {
    private final SchemaView before;
    private final PostgresqlRuleChecks rules;

    public PostgresqlDataChecks(SchemaView before) {
        this.before = before;
        this.rules = new PostgresqlRuleChecks(before);
    }

    public List<DataCheck> of(Change change) {
        return switch (change) {
            case DropTable(Table table) ->
                List.of(count(Kind.LOSS, things("row", table.name() + " would be gone"), table.name(), "true"));
            case CreateTable(Table table) -> PostgresqlBelonging.ofNew(table, before);
            case AlterTable alter -> PostgresqlBelonging.ofAltered(alter, before);
            case DropPart(ObjectName table, Column column) -> dropped(table, column);
            case AddPart(ObjectName table, Column column) -> added(table, column);
            case AddPart(ObjectName table, Constraint constraint) -> rules.of(table, constraint);
            case AddPart(ObjectName table, Index index) -> rules.of(table, index);
            case AlterPart(ObjectName table, Column then, Column now) -> altered(table, then, now, Optional.empty());
            case AlterPart(ObjectName table, Constraint then, Constraint now) -> rules.of(table, now);
            case ConvertColumn convert ->
                altered(convert.table(), convert.before(), convert.after(), Optional.of(convert.forward()));
            case AlterObject(EnumType then, EnumType now) -> labels(then, now);
            default -> List.of();
        };
    }

    private List<DataCheck> dropped(ObjectName table, Column column) {
        return column.fill() instanceof Fill.Generated || !isThere(table, column)
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
        if (!isThere(table, then)) {
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

    private static Counted cannotBecome(String column, DataType type) {
        return new Counted(
                "a value of " + column + " cannot become " + type, "values of " + column + " cannot become " + type);
    }

    private boolean isThere(ObjectName table, Column column) {
        return before.table(table).flatMap(there -> there.column(column.name())).isPresent();
    }
}
