package dev.decant.model;

/**
 * A kind of schema object that is not a table.
 *
 * @param <T> the record of that kind
 * @param id the word for it in files, flags and messages: {@code enum}, {@code sequence}
 * @param type the record's class
 * @param foundation whether anything may rest on such an object without naming it, as a column does on the extension that brought its type
 */
public record ObjectKind<T extends SchemaObject>(String id, Class<T> type, boolean foundation) {
    /** A kind that others name when they depend on it. */
    public static <T extends SchemaObject> ObjectKind<T> of(String id, Class<T> type) {
        return new ObjectKind<>(id, type, false);
    }

    @Override
    public String toString() {
        return id;
    }
}
