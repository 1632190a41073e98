package dev.decant.plan;

import dev.decant.dialect.Dialect;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.References;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.sql.Expressions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which parts of a table use a column of it. */
final class PartUses {
    /** Methods that almost all types have an order for; none is said where a database has but one. */
    private static final Set<String> ANY_TYPE = Set.of("", "btree", "hash");

    private final Dialect dialect;

    PartUses(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Whether the part names the column or computes something from it. */
    boolean uses(Table table, TablePart part, String column) {
        boolean named = switch (part) {
            case Column other -> false;
            case Constraint.PrimaryKey key ->
                key.columns().contains(column) || key.include().contains(column);
            case Constraint.Unique key ->
                key.columns().contains(column) || key.include().contains(column);
            case Constraint constraint -> constraint.columns().contains(column);
            case Index index -> References.columnsOf(index).contains(column);
        };
        return named || mentions(table, computed(part), column);
    }

    /** Whether the part computes something from the column, in a way that its type decides. */
    boolean computes(Table table, TablePart part, String column) {
        return part instanceof Constraint.Exclusion exclusion
                        && exclusion.columns().contains(column)
                || mentions(table, computed(part), column);
    }

    /** Whether an index sorts by the column in an order that only some types have. */
    static boolean sorts(TablePart part, String column) {
        return part instanceof Index index
                && index.keys().stream()
                        .anyMatch(key -> (isChoosy(index) || key.operatorClass().isPresent())
                                && key.subject().equals(new Index.Subject.OfColumn(column)));
    }

    /** Whether the index is of a method that few types have an order for. */
    private static boolean isChoosy(Index index) {
        return !ANY_TYPE.contains(index.method());
    }

    private boolean mentions(Table table, List<Expression> expressions, String column) {
        return expressions.stream()
                .anyMatch(expression -> Expressions.mentionsColumn(
                        expression.sql(), table.name().local(), column, dialect.syntax()));
    }

    /** What a part computes from the row. */
    private static List<Expression> computed(TablePart part) {
        return switch (part) {
            case Column column ->
                column.fill() instanceof Fill.Generated generated ? List.of(generated.value()) : List.of();
            case Constraint.Check check -> List.of(check.condition());
            case Constraint.Exclusion exclusion ->
                Stream.concat(
                                exclusion.elements().stream()
                                        .map(Constraint.Exclusion.Element::key)
                                        .flatMap(PartUses::computed),
                                exclusion.predicate().stream())
                        .toList();
            case Constraint constraint -> List.of();
            case Index index ->
                Stream.concat(index.keys().stream().flatMap(PartUses::computed), index.predicate().stream())
                        .toList();
        };
    }

    private static Stream<Expression> computed(Index.Key key) {
        return key.subject() instanceof Index.Subject.OfExpression(Expression expression)
                ? Stream.of(expression)
                : Stream.empty();
    }
}
