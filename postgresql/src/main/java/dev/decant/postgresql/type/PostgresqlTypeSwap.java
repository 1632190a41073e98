package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
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
import dev.decant.postgresql.table.PostgresqlInheritance;
import dev.decant.postgresql.table.PostgresqlRebuild;
import dev.decant.postgresql.table.PostgresqlStorable;
import dev.decant.postgresql.table.PostgresqlTypedTables;
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
    private final Map<ObjectName, Set<String>> columnNames = new TreeMap<>();
    private final Set<ObjectName> going;
    private final PostgresqlDependants dependants;
    private final PostgresqlRestingTypes resting;
    private final PostgresqlSucceedingTypes succeeding;

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
        succeeding = new PostgresqlSucceedingTypes(successor, this::isOwn, before);
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
        return resting.cannotStepAside() ? statementsByText() : withColumnsFree(besideEachOther());
    }

    /** The same by way of text, for a type that leaves functions behind under its name when it steps aside, as a range type does. */
    List<Statement> statementsByText() {
        dependants.addSearches(columnNames);
        return withColumnsFree(byText());
    }

    /** What is done while nothing rests on the columns. */
    private List<Statement> withColumnsFree(List<Statement> swap) {
        List<Statement> statements = new ArrayList<>(PostgresqlTypedTables.leaving(going, before));
        statements.addAll(dependants.drop());
        borrowing.forEach((table, own) -> statements.addAll(withoutDefaults(table, own)));
        statements.addAll(swap);
        columns.forEach((table, own) -> statements.addAll(optionsAgain(table, own)));
        inherited.forEach((table, own) -> statements.addAll(withDefaults(table, own)));
        borrowing.forEach((table, own) -> statements.addAll(withDefaults(table, own)));
        statements.addAll(dependants.restore());
        columnNames.forEach((table, own) -> statements.addAll(dependants.keptBelow(table, own)));
        statements.addAll(PostgresqlTypedTables.entering(going, before));
        return statements;
    }

    private List<Statement> besideEachOther() {
        List<Statement> statements = new ArrayList<>();
        statements.add(successor.steppingAside(stepAside(types.getFirst())));
        statements.addAll(resting.stepAside());
        statements.addAll(successor.create());
        statements.addAll(resting.create(successor));
        statements.addAll(successor.prepare());
        inherited.forEach((table, own) -> statements.addAll(withoutDefaults(table, own)));
        statements.addAll(PostgresqlApart.retyped(columns, succeeding::convert, before));
        statements.addAll(successor.finish());
        statements.addAll(resting.dropSteppedAside());
        statements.add(drop(PostgresqlNames.departing(types.getFirst())));
        return statements;
    }

    private List<Statement> byText() {
        List<Statement> statements = new ArrayList<>();
        inherited.forEach((table, own) -> statements.addAll(withoutDefaults(table, own)));
        statements.addAll(PostgresqlApart.retyped(columns, succeeding::toText, before));
        statements.addAll(resting.drop());
        statements.add(drop(types.getFirst()));
        statements.addAll(successor.create());
        statements.addAll(resting.create(successor));
        statements.addAll(PostgresqlApart.retyped(columns, succeeding::fromText, before));
        return statements;
    }

    private Statement drop(ObjectName type) {
        return statement(sql("DROP").words(successor.word()).text(name(type))).explained(PostgresqlLocks.CATALOGUE);
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
            if (column.fill() instanceof Fill.Default(Expression value) && succeeding.keeps(column, value)) {
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
}
