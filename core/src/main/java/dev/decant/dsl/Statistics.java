package dev.decant.dsl;

import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.statistics.StatisticsKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What the planner of queries is told of several columns of the table together, in whose class it is a field. */
public final class Statistics extends TableObject {
    private final List<StatisticsKind> kinds = new ArrayList<>();
    private final List<ColumnDraft> columns = new ArrayList<>();
    private final List<SqlExpression> expressions = new ArrayList<>();
    private OptionalLong target = OptionalLong.empty();
    private String schema = "";

    /** Statistics of this name; of its field's name when that is empty. */
    Statistics(String name) {
        super(name);
    }

    /** Is about these columns together. */
    public Statistics on(Column<?>... some) {
        for (Column<?> column : some) {
            columns.add(column.draft());
        }
        return this;
    }

    /** Is about this expression too. */
    public Statistics on(SqlExpression expression) {
        expressions.add(expression);
        return this;
    }

    /** Counts distinct combinations. */
    public Statistics ndistinct() {
        return kind(StatisticsKind.NDISTINCT);
    }

    /** Counts how far one column decides another. */
    public Statistics dependencies() {
        return kind(StatisticsKind.DEPENDENCIES);
    }

    /** Counts the most common combinations. */
    public Statistics mcv() {
        return kind(StatisticsKind.MCV);
    }

    private Statistics kind(StatisticsKind kind) {
        kinds.add(kind);
        return this;
    }

    /** Keeps this many values. */
    public Statistics target(int values) {
        target = OptionalLong.of(values);
        return this;
    }

    /** Puts the statistics into another namespace than the table's. */
    public Statistics inSchema(String namespace) {
        schema = namespace;
        return this;
    }

    /** Tells the database's users about the statistics. */
    public Statistics comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Says what the statistics were called before. */
    public Statistics renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    @Override
    SchemaObject build(TableDraft holder, String field) {
        ObjectName called = holder.name().withLocal(called(field));
        List<Expression> sql =
                expressions.stream().map(each -> each.resolve(holder)).toList();
        return new dev.decant.model.statistics.Statistics(
                schema.isEmpty() ? called : called.inSchema(schema),
                holder.name(),
                kinds,
                holder.namesOf(columns),
                sql,
                target,
                comment());
    }
}
