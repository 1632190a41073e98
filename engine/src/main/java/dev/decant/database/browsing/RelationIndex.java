package dev.decant.database.browsing;

import java.util.List;

/**
 * An index.
 *
 * @param name the name
 * @param definition the statement that makes it
 * @param unique whether it keeps rows apart
 * @param valid whether queries use it
 * @param columns its columns, empty when it is over expressions or has only some of the rows
 */
public record RelationIndex(String name, String definition, boolean unique, boolean valid, List<String> columns) {
    /** Copies the columns. */
    public RelationIndex {
        columns = List.copyOf(columns);
    }
}
