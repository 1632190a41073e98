package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.table.PostgresqlApart;
import dev.decant.postgresql.table.PostgresqlChildrensStorage;
import dev.decant.postgresql.table.PostgresqlColumnOptions;
import dev.decant.postgresql.table.PostgresqlDependants;
import dev.decant.postgresql.table.PostgresqlFills;
import dev.decant.postgresql.table.PostgresqlForeign;
import dev.decant.postgresql.table.PostgresqlInheritance;
import dev.decant.postgresql.table.PostgresqlRebuild;
import dev.decant.postgresql.table.PostgresqlStorable;
import dev.decant.postgresql.table.PostgresqlTables;
import dev.decant.postgresql.table.PostgresqlTypedTables;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A new type put in the place of one that cannot become it: the old type steps aside under another name, every column of it takes the new
 * one, and the old one goes. Types that rest on it, such as a domain over an enum, step aside and come back with it.
 */
final class PostgresqlTypeSwap {
    private final List<ObjectName> types;
    private final Successor successor;
    private final SchemaView before;
    private final SchemaView after;
    private final Map<ObjectName, List<Column>> columns = new TreeMap<>();
    private final Map<ObjectName, List<Column>> inherited = new TreeMap<>();
    private final Map<ObjectName, List<Column>> borrowing = new TreeMap<>();
    private final Set<ObjectName> foreign = new HashSet<>();
    private final Map<ObjectName, Set<String>> columnNames = new TreeMap<>();
    private final Set<ObjectName> going;
    private final PostgresqlDependants dependants;
    private final PostgresqlRestingTypes resting;

    /** The type that takes the place. */
    interface Successor {
        /** The word for the kind of type: {@code TYPE}, {@code DOMAIN}. */
        String word();

        /** What makes the new type, with its comment. */
        List<Statement> create();

        /** The value of a column of the new type, from that of the old one. */
        String using(Column column);

        /** The value of a column of a type that rests on the new one. */
        default String usingResting(Column column) {
            return PostgresqlRestingTypes.using(column);
        }

        /** Whether the default of a column is one of the new type too. */
        default boolean keeps(Expression value) {
            return true;
        }

        /** Whether a check of a type that rests on the new one still makes sense. */
        default boolean allows(Expression condition) {
            return true;
        }

        /** Whether the default of a type that rests on the new one still makes sense. */
        default boolean allowsDefault(Expression value) {
            return true;
        }

        /** The statement that makes the old type step aside, with what that breaks. */
        default Statement steppingAside(Statement statement) {
            return statement;
        }

        /** What is done once the new type is there beside the old one. */
        default List<Statement> prepare() {
            return List.of();
        }

        /** What is done once all columns are of the new type. */
        default List<Statement> finish() {
            return List.of();
        }

        /** The statement that converts the columns of a table, with what may make it fail. */
        Statement converting(Statement statement, ObjectName table);
    }

    /**
     * Finds what is in the way.
     *
     * @param types the type, and those that come and go with it
     */
    PostgresqlTypeSwap(List<ObjectName> types, Successor successor, SchemaView before) {
        this(types, successor, before, before);
    }

    /**
     * Finds what is in the way.
     *
     * @param types the type, and those that come and go with it
     * @param after with the new type, where that may take other storage than the old one
     */
    PostgresqlTypeSwap(List<ObjectName> types, Successor successor, SchemaView before, SchemaView after) {
        this.before = before;
        this.after = after;
        this.types = List.copyOf(types);
        this.successor = successor;
        this.resting = new PostgresqlRestingTypes(this.types, before);
        for (Table table : before.tables().values()) {
            if (PostgresqlForeign.isForeign(table.options())) {
                foreign.add(table.name());
            }
            List<Column> own = table.columns().stream()
                    .filter(column -> isOwn(column) || resting.isOf(column))
                    .toList();
            own.forEach(column -> requireFree(table, column));
            if (!own.isEmpty()) {
                columnNames.put(table.name(), own.stream().map(Column::name).collect(Collectors.toSet()));
            }
            // A computed column takes no USING; it is computed anew.
            own.stream()
                    .filter(column -> !(column.fill() instanceof Fill.Generated))
                    .forEach(column -> (isInherited(table, column, before) ? inherited : columns)
                            .computeIfAbsent(table.name(), name -> new ArrayList<>())
                            .add(column));
        }
        this.going = new HashSet<>(this.types);
        going.addAll(resting.names());
        before.tables().values().forEach(this::noteBorrowing);
        dependants = new PostgresqlDependants(before, columnNames, going);
    }

    /** Columns of other types whose default names one that goes do without it meanwhile. */
    private void noteBorrowing(Table table) {
        List<Column> own = table.columns().stream()
                .filter(column -> column.fill() instanceof Fill.Default(Expression value)
                        && PostgresqlDependants.namesType(table.name(), value, going))
                .filter(column -> !isOwn(column) && !resting.isOf(column))
                .toList();
        if (!own.isEmpty()) {
            borrowing.put(table.name(), own);
        }
    }

    /** Whether a column becomes another with that of a parent. */
    private static boolean isInherited(Table table, Column column, SchemaView before) {
        return PostgresqlInheritance.expected(before, table.name(), column.name())
                .isPresent();
    }

    private static void requireFree(Table table, Column column) {
        if (PostgresqlRebuild.dividesBy(table.lineage(), column.name())) {
            throw new UnsupportedChangeException(
                    "table " + table.name(),
                    "its rows are divided by " + column.name() + ", which cannot be given the successor of its type",
                    "make the new type under another name and give it to the column, which makes the table anew");
        }
    }

    private boolean isOwn(Column column) {
        return types.contains(column.type().name())
                || column.collation().filter(types::contains).isPresent();
    }

    List<Statement> statements() {
        if (resting.cannotStepAside()) {
            return statementsByText();
        }
        List<Statement> statements = new ArrayList<>(PostgresqlTypedTables.leaving(going, before));
        statements.addAll(dependants.drop());
        borrowing.forEach((table, own) -> statements.addAll(withoutDefaults(table, own)));
        statements.add(successor.steppingAside(stepAside(types.getFirst())));
        statements.addAll(resting.stepAside());
        statements.addAll(successor.create());
        statements.addAll(resting.create(successor));
        statements.addAll(successor.prepare());
        inherited.forEach((table, own) -> statements.addAll(withoutDefaults(table, own)));
        statements.addAll(PostgresqlApart.retyped(columns, this::convert, before));
        statements.addAll(successor.finish());
        statements.addAll(resting.dropSteppedAside());
        statements.add(
                statement(sql("DROP").words(successor.word()).text(name(PostgresqlNames.departing(types.getFirst()))))
                        .explained(PostgresqlLocks.CATALOGUE));
        columns.forEach((table, own) -> statements.addAll(optionsAgain(table, own)));
        inherited.forEach((table, own) -> statements.addAll(withDefaults(table, own)));
        borrowing.forEach((table, own) -> statements.addAll(withDefaults(table, own)));
        statements.addAll(dependants.restore());
        columnNames.forEach((table, own) -> statements.addAll(dependants.keptBelow(table, own)));
        statements.addAll(PostgresqlTypedTables.entering(going, before));
        return statements;
    }

    /** The same by way of text, for a type that leaves functions behind under its name when it steps aside, as a range type does. */
    List<Statement> statementsByText() {
        dependants.addSearches(columnNames);
        List<Statement> statements = new ArrayList<>(PostgresqlTypedTables.leaving(going, before));
        statements.addAll(dependants.drop());
        borrowing.forEach((table, own) -> statements.addAll(withoutDefaults(table, own)));
        inherited.forEach((table, own) -> statements.addAll(withoutDefaults(table, own)));
        statements.addAll(PostgresqlApart.retyped(columns, PostgresqlTypeSwap::toText, before));
        statements.addAll(resting.drop());
        statements.add(statement(sql("DROP").words(successor.word()).text(name(types.getFirst())))
                .explained(PostgresqlLocks.CATALOGUE));
        statements.addAll(successor.create());
        statements.addAll(resting.create(successor));
        statements.addAll(PostgresqlApart.retyped(columns, this::fromText, before));
        columns.forEach((table, own) -> statements.addAll(optionsAgain(table, own)));
        inherited.forEach((table, own) -> statements.addAll(withDefaults(table, own)));
        borrowing.forEach((table, own) -> statements.addAll(withDefaults(table, own)));
        statements.addAll(dependants.restore());
        columnNames.forEach((table, own) -> statements.addAll(dependants.keptBelow(table, own)));
        statements.addAll(PostgresqlTypedTables.entering(going, before));
        return statements;
    }

    /** Whether a default can come back; one whose label is gone already is about to become another. */
    private boolean keeps(Expression value) {
        return successor.keeps(value) && PostgresqlCastLabels.areThere(value, before);
    }

    private static List<Statement> withoutDefaults(ObjectName table, List<Column> own) {
        return own.stream()
                .filter(column -> column.fill() instanceof Fill.Default)
                .map(column -> PostgresqlFills.dropDefault(table, column.name()))
                .toList();
    }

    private List<Statement> withDefaults(ObjectName table, List<Column> own) {
        List<Statement> statements = new ArrayList<>();
        for (Column column : own) {
            if (column.fill() instanceof Fill.Default(Expression value) && (!isOwn(column) || keeps(value))) {
                statements.add(PostgresqlFills.setDefault(table, column.name(), value));
            }
        }
        return statements;
    }

    private List<Statement> optionsAgain(ObjectName table, List<Column> own) {
        List<Statement> statements = new ArrayList<>();
        for (Column column : own) {
            Column stored = PostgresqlStorable.in(after, column);
            statements.addAll(PostgresqlColumnOptions.alter(table, PostgresqlColumnOptions.retyped(stored), stored));
            statements.addAll(PostgresqlChildrensStorage.again(table, stored, after));
        }
        return statements;
    }

    private static Statement toText(ObjectName table, List<Column> own) {
        return rewritten(
                table, own.stream().flatMap(column -> toText(column).stream()).toList());
    }

    private static List<Sql> toText(Column column) {
        List<Sql> actions = new ArrayList<>();
        if (column.fill() instanceof Fill.Default) {
            actions.add(column(column).words("DROP DEFAULT"));
        }
        DataType text = DataType.of("text").withDimensions(column.type().dimensions());
        actions.add(column(column).words("TYPE").text(type(text)));
        return actions;
    }

    private Statement fromText(ObjectName table, List<Column> own) {
        List<Sql> actions =
                own.stream().flatMap(column -> fromText(table, column).stream()).toList();
        return successor.converting(rewritten(table, actions), table);
    }

    private List<Sql> fromText(ObjectName table, Column column) {
        List<Sql> actions = new ArrayList<>();
        actions.add(computed(table, column, name(column.name()) + "::" + type(column.type())));
        if (column.fill() instanceof Fill.Default(Expression value) && (!isOwn(column) || keeps(value))) {
            actions.add(column(column).words("SET DEFAULT").text(value.sql()));
        }
        return actions;
    }

    private Statement stepAside(ObjectName type) {
        return stepAside(successor.word(), type);
    }

    static Statement stepAside(String word, ObjectName type) {
        return statement(sql("ALTER")
                        .words(word)
                        .text(name(type))
                        .words("RENAME TO")
                        .name(PostgresqlNames.departing(type).local()))
                .explained(PostgresqlLocks.CATALOGUE + "; " + type + " steps aside for its successor");
    }

    /** All columns of a table at once, so that it is written again once. */
    private Statement convert(ObjectName table, List<Column> own) {
        List<Sql> actions = new ArrayList<>();
        own.forEach(column -> convert(table, column, actions));
        return successor.converting(rewritten(table, actions), table);
    }

    private static Statement rewritten(ObjectName table, List<Sql> actions) {
        return PostgresqlTables.alter(table, actions)
                .explained(PostgresqlLocks.rewrite(table))
                .with(Hazard.Kind.REWRITE, "writes every row of " + table + " again; readers and writers wait");
    }

    private void convert(ObjectName table, Column column, List<Sql> actions) {
        if (column.fill() instanceof Fill.Default) {
            actions.add(column(column).words("DROP DEFAULT"));
        }
        actions.add(computed(table, column, isOwn(column) ? successor.using(column) : successor.usingResting(column)));
        if (column.fill() instanceof Fill.Default(Expression value) && keeps(value)) {
            actions.add(column(column).words("SET DEFAULT").text(value.sql()));
        }
    }

    /** The column of the new type; nothing is said of values that are another server's, of which the server takes no word. */
    private Sql computed(ObjectName table, Column column, String value) {
        return retyped(column)
                .when(!foreign.contains(table), sql -> sql.words("USING").text(value));
    }

    private static Sql retyped(Column column) {
        Sql sql = column(column).words("TYPE").text(type(column.type()));
        column.collation().ifPresent(collation -> sql.words("COLLATE").text(PostgresqlCollations.written(collation)));
        return sql;
    }

    private static Sql column(Column column) {
        return sql("ALTER COLUMN").name(column.name());
    }
}
