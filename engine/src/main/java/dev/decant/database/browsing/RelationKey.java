package dev.decant.database.browsing;

import dev.decant.model.ObjectName;
import java.util.List;

/**
 * A foreign key.
 *
 * @param name the name
 * @param table the table that has it
 * @param columns its columns
 * @param target the table that it leads to
 * @param targetColumns the columns there
 * @param onDelete what happens to rows whose target is deleted, as in {@code cascade} or {@code no action}
 */
public record RelationKey(
        String name,
        ObjectName table,
        List<String> columns,
        ObjectName target,
        List<String> targetColumns,
        String onDelete) {
    /** Copies the lists. */
    public RelationKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
