package dev.decant.postgresql.table;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.References;
import dev.decant.model.TablePart;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Expressions;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;

/** The constraints and indexes of a table that rest on some of its columns: the server drops them along with these, without a word. */
record PostgresqlRestingParts(ObjectName table, Set<String> columns) {
    /** Whether one is over such a column, or computes something from it. */
    boolean contains(TablePart part) {
        return switch (part) {
            case Column column -> false;
            case Constraint.Check check -> areRead(check.condition());
            case Constraint.PrimaryKey key -> areAmong(key.columns()) || areAmong(key.include());
            case Constraint.Unique key -> areAmong(key.columns()) || areAmong(key.include());
            case Constraint.ForeignKey key -> areAmong(key.columns());
            case Constraint.Exclusion exclusion ->
                areAmong(exclusion.columns())
                        || areRead(exclusion.elements().stream().map(Constraint.Exclusion.Element::key))
                        || exclusion.predicate().filter(this::areRead).isPresent();
            case Index index ->
                areAmong(References.columnsOf(index))
                        || areRead(index.keys().stream())
                        || index.predicate().filter(this::areRead).isPresent();
        };
    }

    private boolean areAmong(Collection<String> named) {
        return !Collections.disjoint(named, columns);
    }

    private boolean areRead(Stream<Index.Key> keys) {
        return keys.anyMatch(
                key -> key.subject() instanceof Index.Subject.OfExpression(Expression value) && areRead(value));
    }

    private boolean areRead(Expression value) {
        return columns.stream()
                .anyMatch(column ->
                        Expressions.mentionsColumn(value.sql(), table.local(), column, PostgresqlText.SYNTAX));
    }
}
