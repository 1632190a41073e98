package dev.decant.model.extension;

import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import java.util.Optional;
import java.util.Set;

/**
 * An extension of the database: types, functions and access methods that come together.
 *
 * @param name its name, in no namespace
 * @param schema the namespace of its objects; where the database puts them when empty
 * @param version the version wanted; whatever is installed when empty
 * @param comment what users are told about it; may be empty
 */
public record Extension(ObjectName name, Optional<String> schema, Optional<String> version, String comment)
        implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<Extension> KIND = new ObjectKind<>("extension", Extension.class, true);

    /** An extension in whatever version and place the database has it. */
    public static Extension of(String name) {
        return new Extension(ObjectName.of(name), Optional.empty(), Optional.empty(), "");
    }

    @Override
    public ObjectKind<Extension> kind() {
        return KIND;
    }

    @Override
    public Extension withName(ObjectName other) {
        return new Extension(other, schema, version, comment);
    }

    @Override
    public Set<Reference> uses() {
        return schema.<Set<Reference>>map(name -> Set.of(new Reference.ToNamespace(name)))
                .orElse(Set.of());
    }
}
