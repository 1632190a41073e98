package dev.decant.dsl;

/** What a PostgreSQL schema has besides tables: a final class whose public final fields are extensions, sequences, namespaces, enums, views. */
public abstract non-sealed class PgSchema extends Definition {
    /** A set of objects. */
    protected PgSchema() {}

    @Override
    final DatabaseKind database() {
        return DatabaseKind.POSTGRESQL;
    }

    /** An extension. */
    protected static Extension extension(String name) {
        return new Extension(name);
    }

    /** A namespace. */
    protected static Namespace schema(String name) {
        return new Namespace(name);
    }

    /** A sequence named after its field. */
    protected static Sequence sequence() {
        return new Sequence("");
    }

    /** A sequence. */
    protected static Sequence sequence(String name) {
        return new Sequence(name);
    }

    /** An enum, whether or not a column uses it. */
    protected static <E extends Enum<E>> EnumeratedType enumType(Class<E> type) {
        return new EnumeratedType(type);
    }

    /** A view named after its field. */
    protected static View view() {
        return new View("");
    }

    /** A view. */
    protected static View view(String name) {
        return new View(name);
    }
}
