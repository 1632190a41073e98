package dev.decant.database;

import dev.decant.model.ObjectName;
import java.util.List;

/**
 * Where the history is kept.
 *
 * @param name the table of migrations
 * @param create the statements that make it, and its namespace where there are such, when nothing is there yet
 */
public record HistoryTable(ObjectName name, List<String> create) {
    /** Copies the statements. */
    public HistoryTable {
        create = List.copyOf(create);
    }
}
