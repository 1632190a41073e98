package dev.decant.emit;

import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.References;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.sequence.Sequence;
import dev.decant.model.statistics.Statistics;
import dev.decant.model.trigger.Trigger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The columns that children have from their parents and that something names, so that the child's class must declare them. */
final class InheritedColumns {
    private final Schema schema;
    private final Map<ObjectName, Set<String>> named = new LinkedHashMap<>();

    InheritedColumns(Schema schema) {
        this.schema = schema;
        schema.tables().values().forEach(this::read);
        schema.objects().values().forEach(this::read);
    }

    private void read(Table table) {
        for (Constraint constraint : table.constraints()) {
            constraint.columns().forEach(column -> name(table.name(), column));
            if (constraint instanceof Constraint.PrimaryKey key) {
                key.include().forEach(column -> name(table.name(), column));
            } else if (constraint instanceof Constraint.Unique unique) {
                unique.include().forEach(column -> name(table.name(), column));
            } else if (constraint instanceof Constraint.ForeignKey key) {
                key.targetColumns().forEach(column -> name(key.target(), column));
            }
        }
        for (Index index : table.indexes()) {
            References.columnsOf(index).forEach(column -> name(table.name(), column));
        }
    }

    private void read(SchemaObject object) {
        switch (object) {
            case Trigger trigger -> trigger.moment().columns().forEach(column -> name(trigger.tableName(), column));
            case Statistics statistics -> statistics.columns().forEach(column -> name(statistics.table(), column));
            case Sequence sequence -> sequence.owner().ifPresent(owner -> name(owner.table(), owner.column()));
            default -> {}
        }
    }

    private void name(ObjectName table, String column) {
        named.computeIfAbsent(table, name -> new HashSet<>()).add(column);
    }

    /** The columns of a table that its class declares as inherited, each with the ancestor that has it by itself. */
    Map<String, ObjectName> of(Table table) {
        Map<String, ObjectName> inherited = new LinkedHashMap<>();
        if (!table.lineage().parents().isEmpty()) {
            for (String column : new TreeSet<>(named.getOrDefault(table.name(), Set.of()))) {
                if (table.column(column).isEmpty()) {
                    owner(schema, table, column).ifPresent(owner -> inherited.put(column, owner));
                }
            }
        }
        return inherited;
    }

    /** The table that has a column by itself: this one, else the nearest of its ancestors. */
    static Optional<ObjectName> owner(Schema schema, Table table, String column) {
        Deque<Table> open = new ArrayDeque<>();
        open.add(table);
        while (!open.isEmpty()) {
            Table next = open.remove();
            if (next.column(column).isPresent()) {
                return Optional.of(next.name());
            }
            next.lineage().parents().forEach(parent -> schema.table(parent).ifPresent(open::add));
        }
        return Optional.empty();
    }
}
