package dev.decant.model;

import java.util.Optional;

/** An object that belongs to a table or view in its own namespace, by whose name it is told from others of its kind and name. */
public interface OnTable extends SchemaObject {
    /** The local name of the table or view. */
    String table();

    /** The same with another comment. */
    OnTable withComment(String other);

    /** The table or view that it is part of. */
    default ObjectName tableName() {
        return name().withLocal(table());
    }

    @Override
    default String distinction() {
        return table();
    }

    @Override
    default Optional<ObjectName> holder() {
        return Optional.of(tableName());
    }

    /** Of the same table it is the same under another name. */
    @Override
    default boolean resembles(SchemaObject other) {
        return other instanceof OnTable that
                && kind().equals(that.kind())
                && tableName().equals(that.tableName())
                && equals(that.withComment(comment()).withName(name()));
    }
}
