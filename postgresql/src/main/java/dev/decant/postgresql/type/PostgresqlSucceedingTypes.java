package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.table.PostgresqlForeign;
import dev.decant.postgresql.table.PostgresqlTables;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Columns that are given the successor of their type: all of a table at once, so that it is written again once. */
final class PostgresqlSucceedingTypes {
    private final PostgresqlTypeSwap.Successor successor;
    private final Predicate<Column> succeeds;
    private final SchemaView before;

    /**
     * Gives columns their types.
     *
     * @param succeeds whether the type of a column is one that goes, and not one that rests on it
     */
    PostgresqlSucceedingTypes(PostgresqlTypeSwap.Successor successor, Predicate<Column> succeeds, SchemaView before) {
        this.successor = successor;
        this.succeeds = succeeds;
        this.before = before;
    }

    /** The columns of the type that is there beside the old one. */
    Statement convert(ObjectName table, List<Column> columns) {
        List<Sql> actions = columns.stream()
                .flatMap(column -> convert(table, column).stream())
                .toList();
        return successor.converting(rewritten(table, actions), table);
    }

    private List<Sql> convert(ObjectName table, Column column) {
        List<Sql> actions = new ArrayList<>();
        if (column.fill() instanceof Fill.Default) {
            actions.add(alter(column).words("DROP DEFAULT"));
        }
        String value = succeeds.test(column) ? successor.using(column) : successor.usingResting(column);
        actions.add(computed(table, column, value));
        if (column.fill() instanceof Fill.Default(Expression given) && isPossible(given)) {
            actions.add(setDefault(column, given));
        }
        return actions;
    }

    /** The columns as text, before the type goes. */
    Statement toText(ObjectName table, List<Column> columns) {
        return rewritten(
                table,
                columns.stream().flatMap(column -> toText(column).stream()).toList());
    }

    private static List<Sql> toText(Column column) {
        List<Sql> actions = new ArrayList<>();
        if (column.fill() instanceof Fill.Default) {
            actions.add(alter(column).words("DROP DEFAULT"));
        }
        DataType text = DataType.of("text").withDimensions(column.type().dimensions());
        actions.add(alter(column).words("TYPE").text(type(text)));
        return actions;
    }

    /** The columns that are text of the type that took the old one's name. */
    Statement fromText(ObjectName table, List<Column> columns) {
        List<Sql> actions = columns.stream()
                .flatMap(column -> fromText(table, column).stream())
                .toList();
        return successor.converting(rewritten(table, actions), table);
    }

    private List<Sql> fromText(ObjectName table, Column column) {
        List<Sql> actions = new ArrayList<>();
        actions.add(computed(table, column, name(column.name()) + "::" + type(column.type())));
        if (column.fill() instanceof Fill.Default(Expression given) && keeps(column, given)) {
            actions.add(setDefault(column, given));
        }
        return actions;
    }

    /** Whether the default of a column comes back. */
    boolean keeps(Column column, Expression given) {
        return !succeeds.test(column) || isPossible(given);
    }

    /** A default whose label is gone already is about to become another. */
    private boolean isPossible(Expression given) {
        return successor.keeps(given) && PostgresqlCastLabels.areThere(given, before);
    }

    private static Statement rewritten(ObjectName table, List<Sql> actions) {
        return PostgresqlTables.alter(table, actions)
                .explained(PostgresqlLocks.rewrite(table))
                .with(Hazard.Kind.REWRITE, "writes every row of " + table + " again; readers and writers wait");
    }

    /** The column of the new type; nothing is said of values that are another server's, of which the server takes no word. */
    private Sql computed(ObjectName table, Column column, String value) {
        return retyped(column).when(!isForeign(table), sql -> sql.words("USING").text(value));
    }

    private boolean isForeign(ObjectName table) {
        return before.table(table)
                .filter(each -> PostgresqlForeign.isForeign(each.options()))
                .isPresent();
    }

    private static Sql retyped(Column column) {
        Sql sql = alter(column).words("TYPE").text(type(column.type()));
        column.collation().ifPresent(collation -> sql.words("COLLATE").text(PostgresqlCollations.written(collation)));
        return sql;
    }

    private static Sql setDefault(Column column, Expression given) {
        return alter(column).words("SET DEFAULT").text(given.sql());
    }

    private static Sql alter(Column column) {
        return sql("ALTER COLUMN").name(column.name());
    }
}
