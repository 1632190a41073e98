package dev.decant.model.statistics;

import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the planner of queries is told of several columns of a table together.
 *
 * @param name its name
 * @param table the table
 * @param kinds what is counted, in the order of the kinds; none for all that there is
 * @param columns the columns, sorted
 * @param expressions expressions over columns
 * @param target how many values are kept; none for the usual number
 * @param comment what users are told about it; may be empty
 */
public record Statistics(
        ObjectName name,
        ObjectName table,
        List<StatisticsKind> kinds,
        List<String> columns,
        List<Expression> expressions,
        OptionalLong target,
        String comment)
        implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<Statistics> KIND = ObjectKind.of("statistics", Statistics.class);

    /** Copies and sorts. */
    public Statistics {
        kinds = List.copyOf(new TreeSet<>(kinds));
        columns = List.copyOf(new TreeSet<>(columns));
        expressions = List.copyOf(expressions);
    }

    @Override
    public ObjectKind<Statistics> kind() {
        return KIND;
    }

    @Override
    public Statistics withName(ObjectName other) {
        return new Statistics(other, table, kinds, columns, expressions, target, comment);
    }

    /** The same, counting something else. */
    public Statistics withKinds(List<StatisticsKind> other) {
        return new Statistics(name, table, other, columns, expressions, target, comment);
    }

    /** The same over other expressions. */
    public Statistics withExpressions(List<Expression> other) {
        return new Statistics(name, table, kinds, columns, other, target, comment);
    }

    /** The same, keeping another number of values. */
    public Statistics withTarget(OptionalLong other) {
        return new Statistics(name, table, kinds, columns, expressions, other, comment);
    }

    /** The same with another comment. */
    public Statistics withComment(String other) {
        return new Statistics(name, table, kinds, columns, expressions, target, other);
    }

    @Override
    public Optional<ObjectName> holder() {
        return Optional.of(table);
    }

    @Override
    public boolean resembles(SchemaObject other) {
        return other instanceof Statistics that && equals(that.withName(name).withComment(comment));
    }

    @Override
    public Set<Reference> uses() {
        return columns.stream()
                .map(column -> new Reference.ToColumn(table, column))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Expression> code() {
        return expressions.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(Expression.naming(table)), expressions.stream())
                        .toList();
    }

    @Override
    public Statistics following(Reference before, Reference after) {
        return switch (after) {
            case Reference.ToRelation(ObjectName now)
            when before.equals(new Reference.ToRelation(table)) ->
                new Statistics(name, now, kinds, columns, expressions, target, comment);
            case Reference.ToColumn(ObjectName holder, String now)
            when holder.equals(table) && before instanceof Reference.ToColumn then ->
                new Statistics(
                        name,
                        table,
                        kinds,
                        columns.stream()
                                .map(column -> column.equals(then.column()) ? now : column)
                                .toList(),
                        expressions,
                        target,
                        comment);
            default -> this;
        };
    }
}
