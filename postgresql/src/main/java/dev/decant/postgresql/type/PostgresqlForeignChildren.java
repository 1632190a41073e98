package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;

import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.DropTable;
import dev.decant.dialect.Conversion;
import dev.decant.dialect.UnsupportedChangeException;
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
import java.util.Optional;
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
     * @throws UnsupportedChangeException when another table holds rows for one of those
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
        Set<ObjectName> computed = computed(changes, before, swaps, PostgresqlForeignChildren::isComputed);
        Descent descent = before.descent();
        Map<ObjectName, TableTraits> anew = new LinkedHashMap<>();
        Set<ObjectName> valued = computed(changes, before, swaps, PostgresqlForeignChildren::isComputedAnew);
        for (Table table : foreign) {
            Optional<ObjectName> heir = before.tables().keySet().stream()
                    .filter(below -> descent.isDescendant(below, table.name()))
                    .findFirst();
            if (heir.isPresent() && isBelow(valued, table, descent) && !leaves(table.name(), heir.get(), changes)) {
                throw refusal(heir.get(), table.name());
            }
            if (heir.isEmpty() && isBelow(computed, table, descent)) {
                anew.put(table.name(), table.traits());
            }
        }
        return anew;
    }

    private static UnsupportedChangeException refusal(ObjectName heir, ObjectName foreign) {
        return new UnsupportedChangeException(
                "table " + heir,
                "it holds rows of its own for " + foreign
                        + ", a table on another server that has to go while a column above it becomes another",
                "let it have no parents in a first migration, and have them again in a second one");
    }

    private static boolean isBelow(Set<ObjectName> tables, Table child, Descent descent) {
        return tables.stream().anyMatch(above -> descent.isDescendant(child.name(), above));
    }

    /** Whether a foreign table or its heir goes, or gets other parents. */
    private static boolean leaves(ObjectName foreign, ObjectName heir, List<Change> changes) {
        return changes.stream().anyMatch(change -> switch (change) {
            case DropTable(Table table) ->
                table.name().equals(foreign) || table.name().equals(heir);
            case AlterTable alter ->
                !alter.before().lineage().equals(alter.after().lineage())
                        && (alter.table().equals(foreign) || alter.table().equals(heir));
            default -> false;
        });
    }

    /** The tables of which a column gets another type and other values. */
    private static Set<ObjectName> computed(
            List<Change> changes,
            Schema before,
            BiPredicate<SchemaObject, SchemaObject> swaps,
            BiPredicate<Column, Column> computes) {
        Set<ObjectName> tables = new HashSet<>();
        for (Change change : changes) {
            switch (change) {
                case ConvertColumn convert -> tables.add(convert.table());
                case AlterPart(ObjectName table, Column from, Column to)
                when computes.test(from, to) -> tables.add(table);
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
