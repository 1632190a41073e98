package dev.decant.postgresql.table;

import dev.decant.change.AddPart;
import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.ConvertColumn;
import dev.decant.change.DropPart;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Fill;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TableTraits;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.compositetype.CompositeType.Attribute;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tables of a composite type that become others along with it: no column of a typed table comes, goes or gets another type by itself (the
 * manual's page of CREATE TABLE, OF), so they leave their type, become what they shall be together with it, and are of it again, or of
 * another. None of that writes a row by itself.
 */
public final class PostgresqlTypedTables {
    private final List<Change> group = new ArrayList<>();
    private final Set<ObjectName> types = new HashSet<>();
    private final Set<ObjectName> tables = new HashSet<>();
    private final Set<ObjectName> joined = new HashSet<>();

    PostgresqlTypedTables(List<Change> changes, Schema before) {
        changes.stream()
                .filter(PostgresqlTypedTables::isReshaping)
                .forEach(change -> types.add(((AlterObject) change).before().name()));
        before.tables().values().stream()
                .filter(table -> type(table.traits()).filter(types::contains).isPresent())
                .forEach(table -> tables.add(table.name()));
        joined.addAll(tables);
        changes.stream().filter(PostgresqlTypedTables::isMoving).forEach(change -> {
            AlterTable alter = (AlterTable) change;
            tables.add(alter.table());
            joined.remove(alter.table());
            if (isOfOneAndThenOfAnother(alter)) {
                joined.add(alter.table());
            }
        });
        types.retainAll(joined.stream()
                .flatMap(table -> before.table(table).flatMap(each -> type(each.traits())).stream())
                .toList());
    }

    /** Whether a table is never of no type, as it has to be while its columns become others; one that is can wait for these, or they for it. */
    private static boolean isOfOneAndThenOfAnother(AlterTable alter) {
        return type(alter.before()).isPresent() && type(alter.after()).isPresent();
    }

    static Optional<ObjectName> type(TableTraits traits) {
        return PostgresqlTableOptions.ofType(traits.options());
    }

    /** Whether a composite type gets other attributes. */
    static boolean isReshaping(Change change) {
        return change instanceof AlterObject(CompositeType from, CompositeType to)
                && !plain(from.attributes()).equals(plain(to.attributes()));
    }

    private static List<Attribute> plain(List<Attribute> attributes) {
        return attributes.stream().map(attribute -> attribute.withComment("")).toList();
    }

    /** Whether a table comes to be of a type, of another one, or of none. */
    static boolean isMoving(Change change) {
        return change instanceof AlterTable alter
                && alter.before().lineage().equals(alter.after().lineage())
                && !type(alter.before()).equals(type(alter.after()));
    }

    /**
     * The tables that cannot become what they shall be along with their type, and those whose columns would not be in the order of the attributes
     * of the type that they come to be of, which the server requires (ATExecAddOf in src/backend/commands/tablecmds.c): they leave their type
     * and are made anew. A computed column may have come behind the others when it became one, which the schema does not tell.
     */
    public static Map<ObjectName, TableTraits> comingAnew(List<Change> changes, Schema before, Dialect dialect) {
        if (changes.stream().noneMatch(change -> isReshaping(change) || isMoving(change))) {
            return Map.of();
        }
        Schema after = Changes.apply(changes, before, Syntax.POSTGRESQL);
        PostgresqlTypedTables typed = new PostgresqlTypedTables(changes, before);
        Map<ObjectName, TableTraits> anew = new LinkedHashMap<>();
        for (ObjectName name : typed.tables) {
            after.table(name)
                    .filter(table -> !hasColumnsOfItsType(table, after)
                            || type(table.traits()).isPresent() && computes(name, before)
                            || isStiff(name, changes, before, dialect))
                    .flatMap(table -> before.table(name))
                    .ifPresent(table -> anew.put(name, with(table.traits(), Optional.empty())));
        }
        return anew;
    }

    private static boolean isStiff(ObjectName name, List<Change> changes, Schema before, Dialect dialect) {
        TableTraits traits = before.table(name).orElseThrow().traits();
        return changes.stream().anyMatch(change -> switch (change) {
            case AlterTable alter ->
                alter.table().equals(name) && !dialect.altersInPlace(alter.before(), alter.after());
            case AlterPart(ObjectName table, Column from, Column to) ->
                table.equals(name) && !dialect.altersInPlace(traits, from, to);
            case ConvertColumn convert ->
                convert.table().equals(name) && !dialect.altersInPlace(traits, convert.before(), convert.after());
            default -> false;
        });
    }

    private static boolean computes(ObjectName table, Schema schema) {
        return schema.table(table).stream()
                .flatMap(each -> each.columns().stream())
                .anyMatch(column -> column.fill() instanceof Fill.Generated);
    }

    private static boolean hasColumnsOfItsType(Table table, Schema schema) {
        Optional<List<String>> attributes = attributes(table, schema);
        return attributes.isEmpty()
                || attributes
                        .get()
                        .equals(table.columns().stream().map(Column::name).toList());
    }

    private static Optional<List<String>> attributes(Table table, SchemaView schema) {
        return type(table.traits())
                .flatMap(type -> schema.object(new ObjectKey(CompositeType.KIND, type)))
                .map(object -> ((CompositeType) object)
                        .attributes().stream().map(Attribute::name).toList());
    }

    /** A table with its columns in the order of the attributes of its type, as the server makes it, and wants it for one that comes to be of it. */
    static Table inOrderOfType(Table table, SchemaView schema) {
        List<String> attributes = attributes(table, schema).orElse(List.of());
        return table.withColumns(table.columns().stream()
                .sorted(Comparator.comparingInt(column -> attributes.indexOf(column.name())))
                .toList());
    }

    /** The changes that are made in one go, if this is one of them. */
    Optional<List<Change>> of(Change change) {
        boolean joins = switch (change) {
            case AlterObject alter -> types.contains(alter.before().name()) && isReshaping(change);
            case AlterTable alter -> joined.contains(alter.table()) && isMoving(change);
            case AddPart(ObjectName table, Column column) -> joined.contains(table);
            case DropPart(ObjectName table, Column column) -> joined.contains(table);
            case AlterPart(ObjectName table, Column from, Column to) ->
                joined.contains(table)
                        && !(from.type().equals(to.type()) && from.collation().equals(to.collation()));
            case ConvertColumn convert -> joined.contains(convert.table());
            default -> false;
        };
        return joins ? Optional.of(group) : Optional.empty();
    }

    /** Whether an operation is such a group. */
    public static boolean isOne(Operation operation) {
        return operation.changes().stream().anyMatch(PostgresqlTypedTables::isMoving)
                || operation.changes().size() > 1
                        && operation.changes().stream().anyMatch(PostgresqlTypedTables::isReshaping);
    }

    /** The same in steps that the server takes one after the other. */
    public static Operation apart(Operation operation, SchemaView before) {
        Map<ObjectName, Optional<ObjectName>> later = later(operation, before);
        SchemaBuilder state = before.toBuilder();
        List<Change> steps = new ArrayList<>();
        later.keySet().forEach(table -> enter(table, Optional.empty(), state, steps));
        operation.changes().stream().flatMap(change -> untyped(change).stream()).forEach(change -> {
            change.applyTo(state, Syntax.POSTGRESQL);
            steps.add(change);
        });
        later.forEach((table, type) -> enter(table, type, state, steps));
        return new Operation(steps);
    }

    /** The type that each of the tables is of in the end. */
    private static Map<ObjectName, Optional<ObjectName>> later(Operation operation, SchemaView before) {
        Set<ObjectName> reshaped = new LinkedHashSet<>();
        Map<ObjectName, Optional<ObjectName>> later = new LinkedHashMap<>();
        operation.changes().stream()
                .filter(PostgresqlTypedTables::isReshaping)
                .forEach(change -> reshaped.add(((AlterObject) change).before().name()));
        before.tables().values().stream()
                .filter(table -> type(table.traits()).filter(reshaped::contains).isPresent())
                .forEach(table -> later.put(table.name(), type(table.traits())));
        operation.changes().stream().filter(PostgresqlTypedTables::isMoving).forEach(change -> {
            AlterTable alter = (AlterTable) change;
            later.put(alter.table(), type(alter.after()));
        });
        return later;
    }

    /** What makes the tables of types that others are put in place for tables of no type, so that their columns may get the others. */
    public static List<Statement> leaving(Set<ObjectName> types, SchemaView before) {
        return changed(types, before, PostgresqlTypedTables::left);
    }

    /** What makes them tables of those again. */
    public static List<Statement> entering(Set<ObjectName> types, SchemaView before) {
        return changed(types, before, PostgresqlTypedTables::entered);
    }

    private static List<Statement> changed(
            Set<ObjectName> types, SchemaView before, Function<Table, List<Statement>> how) {
        return before.tables().values().stream()
                .filter(table -> type(table.traits()).filter(types::contains).isPresent())
                .flatMap(table -> how.apply(table).stream())
                .toList();
    }

    private static List<Statement> left(Table table) {
        return PostgresqlTableOptions.alter(table.name(), table.options(), untyped(table));
    }

    private static List<Statement> entered(Table table) {
        return PostgresqlTableOptions.alter(table.name(), untyped(table), table.options());
    }

    private static Map<String, String> untyped(Table table) {
        return with(table.traits(), Optional.empty()).options();
    }

    private static void enter(ObjectName table, Optional<ObjectName> type, SchemaBuilder state, List<Change> steps) {
        TableTraits now = state.table(table).traits();
        TableTraits then = with(now, type);
        if (!now.equals(then)) {
            AlterTable step = new AlterTable(table, now, then);
            step.applyTo(state, Syntax.POSTGRESQL);
            steps.add(step);
        }
    }

    /** The traits of a table that is of another type, or of none. */
    static TableTraits with(TableTraits traits, Optional<ObjectName> type) {
        Map<String, String> options = new LinkedHashMap<>(traits.options());
        options.remove(PostgresqlTableOptions.OF_TYPE);
        type.ifPresent(name -> options.put(PostgresqlTableOptions.OF_TYPE, name.toString()));
        return new TableTraits(traits.lineage(), options, traits.comment());
    }

    /** The change of a table that is of no type meanwhile; nothing when that was all. */
    private static Optional<Change> untyped(Change change) {
        if (!isMoving(change) || !(change instanceof AlterTable alter)) {
            return Optional.of(change);
        }
        AlterTable rest = new AlterTable(
                alter.table(), with(alter.before(), Optional.empty()), with(alter.after(), Optional.empty()));
        return rest.before().equals(rest.after()) ? Optional.empty() : Optional.of(rest);
    }
}
