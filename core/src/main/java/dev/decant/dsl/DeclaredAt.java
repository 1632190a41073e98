package dev.decant.dsl;

import java.util.List;

/**
 * Where a class declares something of the schema.
 *
 * @param className the binary name of the class whose field it is; that of the class itself for a table or an enum
 * @param path the fields that lead to it from the table's or schema's class, its own last; empty for a class
 * @param inline whether it is said with a column, which is what the path leads to then
 */
public record DeclaredAt(String className, List<String> path, boolean inline) {
    /** Copies the path. */
    public DeclaredAt {
        path = List.copyOf(path);
    }

    /** A class. */
    static DeclaredAt of(Class<?> type) {
        return new DeclaredAt(type.getName(), List.of(), false);
    }

    /** The field itself. */
    public String field() {
        return path.getLast();
    }

    DeclaredAt asInline() {
        return new DeclaredAt(className, path, true);
    }
}
