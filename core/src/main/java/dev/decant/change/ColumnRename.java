package dev.decant.change;

import dev.decant.model.Constraint;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.Lineage;
import dev.decant.model.Table;
import dev.decant.sql.Expressions;
import dev.decant.sql.Syntax;
import java.util.List;

/**
 * The rename of one column inside its own table.
 *
 * @param table the table, in which it has the name before
 * @param syntax how its expressions are written
 */
record ColumnRename(Table table, String before, String after, Syntax syntax) {
    Table applied() {
        return table.withLineage(in(table.lineage()))
                .withConstraints(table.constraints().stream().map(this::in).toList())
                .withIndexes(table.indexes().stream().map(this::in).toList())
                .withColumns(table.columns().stream()
                        .map(each -> each.name().equals(before) ? each.withName(after) : each)
                        .map(each -> each.withFill(in(each.fill())))
                        .toList());
    }

    private Lineage in(Lineage lineage) {
        return lineage.withPartitioning(lineage.partitioning().map(this::inKey))
                .withDeclared(in(lineage.declaredColumns()), lineage.declaredChecks());
    }

    /** The word before the parentheses tells how rows are divided and is no column, whatever its name. */
    private Expression inKey(Expression partitioning) {
        int open = Math.max(partitioning.sql().indexOf('('), 0);
        String strategy = partitioning.sql().substring(0, open);
        return new Expression(strategy + in(new Expression(partitioning.sql().substring(open))));
    }

    private Constraint in(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.withColumns(in(key.columns()), in(key.include()));
            case Constraint.Unique unique -> unique.withColumns(in(unique.columns()), in(unique.include()));
            case ForeignKey key -> key.withEnds(in(key.columns()), key.target(), key.targetColumns());
            case Constraint.Check check -> check.withCondition(in(check.condition()));
            case Constraint.Exclusion exclusion ->
                exclusion.over(
                        exclusion.elements().stream()
                                .map(element -> new Constraint.Exclusion.Element(in(element.key()), element.operator()))
                                .toList(),
                        in(exclusion.include()),
                        exclusion.predicate().map(this::in));
        };
    }

    private Index in(Index index) {
        return index.withKeys(index.keys().stream().map(this::in).toList())
                .withInclude(in(index.include()))
                .withPredicate(index.predicate().map(this::in));
    }

    private Index.Key in(Index.Key key) {
        return key.withSubject(in(key.subject()));
    }

    private Index.Subject in(Index.Subject subject) {
        return switch (subject) {
            case Index.Subject.OfColumn(String name) -> new Index.Subject.OfColumn(name.equals(before) ? after : name);
            case Index.Subject.OfExpression(Expression expression) -> new Index.Subject.OfExpression(in(expression));
        };
    }

    private Fill in(Fill fill) {
        return fill instanceof Fill.Generated generated
                ? new Fill.Generated(in(generated.value()), generated.stored())
                : fill;
    }

    private List<String> in(List<String> names) {
        return names.stream().map(name -> name.equals(before) ? after : name).toList();
    }

    private Expression in(Expression expression) {
        return new Expression(
                Expressions.renameColumn(expression.sql(), table.name().local(), before, after, syntax));
    }
}
