package dev.decant.postgresql.table;

import dev.decant.change.AlterObject;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.TableTraits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables of composite types that leave these before all else and are of a type again in the end, so that in between their columns and the
 * types become others one by one: when one of the columns waits for another type, and that waits for another of the columns.
 */
public final class PostgresqlTypesLeft {
    private PostgresqlTypesLeft() {}

    /**
     * The changes with those of the tables before and after them.
     *
     * @param tables that wait for something that waits for them
     * @param objects that do so
     */
    public static List<Change> meanwhile(
            List<Change> changes, Schema before, Set<ObjectName> tables, Set<ObjectKey> objects) {
        Map<ObjectName, AlterTable> left = left(changes, before, tables, objects);
        List<Change> all = new ArrayList<>();
        left.values().forEach(alter -> all.add(new AlterTable(alter.table(), alter.before(), untyped(alter.before()))));
        changes.stream()
                .filter(change -> !(change instanceof AlterTable alter && left.containsKey(alter.table())))
                .forEach(all::add);
        left.values().forEach(alter -> {
            TableTraits then = untyped(alter.before());
            if (!then.equals(untyped(alter.after()))) {
                all.add(new AlterTable(alter.table(), then, untyped(alter.after())));
            }
            all.add(new AlterTable(alter.table(), untyped(alter.after()), alter.after()));
        });
        return all;
    }

    private static TableTraits untyped(TableTraits traits) {
        return PostgresqlTypedTables.with(traits, Optional.empty());
    }

    /** What becomes of those that are of a type all the time, be it the same, in one change each. */
    private static Map<ObjectName, AlterTable> left(
            List<Change> changes, Schema before, Set<ObjectName> tables, Set<ObjectKey> objects) {
        Map<ObjectName, AlterTable> altered = new LinkedHashMap<>();
        changes.forEach(change -> {
            if (change instanceof AlterTable alter) {
                altered.put(alter.table(), alter);
            }
        });
        Set<ObjectName> reshaped = changes.stream()
                .filter(change -> PostgresqlTypedTables.isReshaping(change)
                        && change instanceof AlterObject alter
                        && objects.contains(alter.before().key()))
                .map(change -> ((AlterObject) change).before().name())
                .collect(Collectors.toSet());
        Map<ObjectName, AlterTable> left = new LinkedHashMap<>();
        for (Table table : before.tables().values()) {
            AlterTable alter =
                    altered.getOrDefault(table.name(), new AlterTable(table.name(), table.traits(), table.traits()));
            Optional<ObjectName> type = PostgresqlTypedTables.type(alter.before());
            boolean waits = tables.contains(table.name()) && PostgresqlTypedTables.isMoving(alter)
                    || type.filter(reshaped::contains).isPresent();
            if (waits
                    && type.isPresent()
                    && PostgresqlTypedTables.type(alter.after()).isPresent()) {
                left.put(table.name(), alter);
            }
        }
        return left;
    }
}
