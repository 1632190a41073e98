package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;

import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.dialect.Conversion;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.TableTraits;
import dev.decant.postgresql.sql.PostgresqlConversions;
import dev.decant.postgresql.table.PostgresqlColumnOptions;
import dev.decant.postgresql.table.PostgresqlForeign;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Foreign tables below tables of which the values of a column are computed or compressed anew, which the server refuses as long as they are
 * there (ATPrepAlterColumnType in src/backend/commands/tablecmds.c): nothing but their definition is here, so they go and come again.
 */
public final class PostgresqlForeignChildren {
    private PostgresqlForeignChildren() {}

    /**
     * Those that go and come again, each with the traits that it has.
     *
     * @param swaps whether another type is put in place of one to become another
     */
    public static Map<ObjectName, TableTraits> comingAnew(
            List<Change> changes, Schema before, BiPredicate<SchemaObject, SchemaObject> swaps) {
        List<Table> foreign = before.tables().values().stream()
                .filter(table -> PostgresqlForeign.isForeign(table.options()))
                .filter(table -> !table.lineage().parents().isEmpty())
                .toList();
        if (foreign.isEmpty()) {
            return Map.of();
        }
        Set<ObjectName> computed = computed(changes, before, swaps);
        Descent descent = new Descent(before);
        Map<ObjectName, TableTraits> anew = new LinkedHashMap<>();
        foreign.stream()
                .filter(table -> computed.stream().anyMatch(above -> descent.isDescendant(table.name(), above)))
                .filter(table ->
                        before.tables().keySet().stream().noneMatch(below -> descent.isDescendant(below, table.name())))
                .forEach(table -> anew.put(table.name(), table.traits()));
        return anew;
    }

    /** The tables of which a column gets another type and other values. */
    private static Set<ObjectName> computed(
            List<Change> changes, Schema before, BiPredicate<SchemaObject, SchemaObject> swaps) {
        Set<ObjectName> tables = new HashSet<>();
        for (Change change : changes) {
            switch (change) {
                case ConvertColumn convert -> tables.add(convert.table());
                case AlterPart(ObjectName table, Column from, Column to) when isComputed(from, to) -> tables.add(table);
                case AlterObject(SchemaObject from, SchemaObject to)
                when swaps.test(from, to) -> tables.addAll(withColumnsOf(from.name(), before));
                default -> {}
            }
        }
        return tables;
    }

    /** A foreign table takes no other compression either, of which it has that of its parents when it comes. */
    private static boolean isComputed(Column from, Column to) {
        boolean compressed = !Objects.equals(
                from.options().get(PostgresqlColumnOptions.COMPRESSION),
                to.options().get(PostgresqlColumnOptions.COMPRESSION));
        return compressed || isComputedAnew(from, to);
    }

    private static boolean isComputedAnew(Column from, Column to) {
        return !from.type().equals(to.type())
                && !(from.fill() instanceof Fill.Generated)
                && PostgresqlConversions.of(from, to.type()) instanceof Conversion.Known(Expression value)
                && !value.sql().equals(name(from.name()));
    }

    private static List<ObjectName> withColumnsOf(ObjectName type, Schema before) {
        PostgresqlRestingTypes resting = new PostgresqlRestingTypes(List.of(type), before);
        return before.tables().values().stream()
                .filter(table -> table.columns().stream()
                        .anyMatch(column -> column.type().name().equals(type)
                                || column.collation().filter(type::equals).isPresent()
                                || resting.isOf(column)))
                .map(Table::name)
                .toList();
    }
}
