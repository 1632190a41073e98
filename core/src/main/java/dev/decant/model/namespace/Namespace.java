package dev.decant.model.namespace;

import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import java.util.Set;

/**
 * A namespace for tables and other objects. Of the one that every database has from the beginning only a comment is declared.
 *
 * @param name its name, in no namespace itself
 * @param comment what users are told about it; may be empty
 */
public record Namespace(ObjectName name, String comment) implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<Namespace> KIND = ObjectKind.of("schema", Namespace.class);

    /** A namespace without a comment. */
    public static Namespace of(String name) {
        return new Namespace(ObjectName.of(name), "");
    }

    @Override
    public ObjectKind<Namespace> kind() {
        return KIND;
    }

    @Override
    public Namespace withName(ObjectName other) {
        return new Namespace(other, comment);
    }

    @Override
    public Set<Reference> provides() {
        return Set.of(new Reference.ToObject(key()), new Reference.ToNamespace(name.local()));
    }
}
