package dev.decant.postgresql;

import static dev.decant.postgresql.PostgresqlText.name;
import static dev.decant.postgresql.PostgresqlText.sql;
import static dev.decant.postgresql.PostgresqlText.statement;
import static dev.decant.postgresql.PostgresqlText.type;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A new type put in the place of an enum that loses labels or has them in another order, which ALTER TYPE cannot do.
 *
 * <p>The old type steps aside under another name, every column of it takes the new one by way of text, and the old one goes. Values that
 * have no label any more make it fail, so nothing is lost.
 */
final class PostgresqlEnumSwap {
    private final EnumType type;
    private final EnumType after;
    private final ObjectName departing;
    private final List<String> removed;
    private final Map<ObjectName, List<Column>> columns;
    private final PostgresqlDependants dependants;

    PostgresqlEnumSwap(EnumType type, EnumType after, SchemaView before) {
        this.type = type;
        this.after = after;
        departing = PostgresqlNames.departing(type.name());
        removed = type.labels().stream()
                .filter(label -> !after.labels().contains(label))
                .toList();
        columns = new TreeMap<>();
        for (Table table : before.tables().values()) {
            List<Column> own = table.columns().stream()
                    .filter(column -> column.type().name().equals(type.name()))
                    .toList();
            if (!own.isEmpty()) {
                columns.put(table.name(), own);
            }
        }
        dependants = new PostgresqlDependants(
                before,
                columns.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> names(entry.getValue()))));
    }

    private static Set<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.toSet());
    }

    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>(dependants.drop());
        statements.add(stepAside());
        statements.add(PostgresqlEnums.create(after));
        columns.forEach((table, own) -> statements.add(convert(table, own)));
        statements.add(PostgresqlEnums.drop(departing));
        if (!type.comment().isEmpty() && type.comment().equals(after.comment())) {
            statements.add(PostgresqlComments.on("TYPE", name(after.name()), after.comment()));
        }
        statements.addAll(dependants.restore());
        return statements;
    }

    private Statement stepAside() {
        Statement statement = statement(sql("ALTER TYPE")
                        .text(name(type.name()))
                        .words("RENAME TO")
                        .name(departing.local()))
                .explained(PostgresqlLocks.CATALOGUE + "; " + type.name() + " steps aside for its successor");
        return removed.isEmpty()
                ? statement
                : statement.with(
                        Hazard.Kind.BREAKING,
                        "programs that write " + String.join(", ", removed) + " to " + type.name() + " fail");
    }

    /** All columns of a table at once, so that it is written again once. */
    private Statement convert(ObjectName table, List<Column> own) {
        List<Sql> actions = new ArrayList<>();
        own.forEach(column -> convert(column, actions));
        Statement statement = PostgresqlTables.alter(table, actions)
                .explained(PostgresqlLocks.rewrite(table))
                .with(Hazard.Kind.REWRITE, "writes every row of " + table + " again; readers and writers wait");
        return removed.isEmpty()
                ? statement
                : statement.with(
                        Hazard.Kind.DATA_DEPENDENT,
                        "fails when a row of " + table + " holds " + String.join(" or ", removed));
    }

    private void convert(Column column, List<Sql> actions) {
        if (column.fill() instanceof Fill.Default) {
            actions.add(column(column).words("DROP DEFAULT"));
        }
        DataType text = DataType.of("text").withDimensions(column.type().dimensions());
        actions.add(column(column)
                .words("TYPE")
                .text(type(column.type()))
                .words("USING")
                .text(name(column.name()) + "::" + type(text) + "::" + type(column.type())));
        if (column.fill() instanceof Fill.Default(Expression value) && !names(value, removed)) {
            actions.add(column(column).words("SET DEFAULT").text(value.sql()));
        }
    }

    /** Whether a default is a label that is gone: then another change sets the new one. */
    private static boolean names(Expression value, List<String> labels) {
        return labels.stream().anyMatch(label -> value.sql().contains(PostgresqlText.SYNTAX.literal(label)));
    }

    private static Sql column(Column column) {
        return sql("ALTER COLUMN").name(column.name());
    }
}
