package dev.decant.dsl;

import dev.decant.model.ObjectName;
import java.util.Optional;

/** An extension that the schema needs. */
public final class Extension extends DeclaredObject {
    private final String name;
    private Optional<String> schema = Optional.empty();
    private Optional<String> version = Optional.empty();

    Extension(String name) {
        this.name = name;
    }

    /** Puts the extension's objects into a namespace. */
    public Extension inSchema(String namespace) {
        schema = Optional.of(namespace);
        return this;
    }

    /** Wants a certain version. */
    public Extension version(String wanted) {
        version = Optional.of(wanted);
        return this;
    }

    /** Tells the database's users about the extension. */
    public Extension comment(String comment) {
        setComment(comment);
        return this;
    }

    @Override
    dev.decant.model.extension.Extension build(PgSchema owner, String field, Targets targets) {
        return new dev.decant.model.extension.Extension(ObjectName.of(name), schema, version, comment());
    }

    /** The namespace of the extension's objects, if the schema says it. */
    Optional<String> schema() {
        return schema;
    }
}
