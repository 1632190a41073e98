package dev.decant.model;

import java.util.Set;

/**
 * Everything of a schema that is not a table: an enum, a sequence, an extension.
 *
 * <p>Open on purpose: a kind is a package of its own with a record and an {@link ObjectKind}, and a file in each dialect that has it.
 */
public interface SchemaObject {
    /** The kind. */
    ObjectKind<?> kind();

    /** The name. */
    ObjectName name();

    /** What users are told about it; may be empty. */
    String comment();

    /** The same under another name. */
    SchemaObject withName(ObjectName other);

    /** What must be there for this to exist, besides its namespace. */
    default Set<Reference> uses() {
        return Set.of();
    }

    /** What others can depend on once this exists. */
    default Set<Reference> provides() {
        return Set.of(new Reference.ToObject(key()));
    }

    /** The same with one of its named members (a label of an enum) under another name. */
    default SchemaObject withMember(String before, String after) {
        throw new IllegalArgumentException("a " + kind() + " has no members to rename");
    }

    /** Whether this may well be what the other one was, under a new name: then a drop and a create are not planned without asking. */
    default boolean resembles(SchemaObject other) {
        return false;
    }

    /** What tells it from all others. */
    default ObjectKey key() {
        return new ObjectKey(kind(), name());
    }
}
