package dev.decant.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

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

    /** What tells it from others of its kind and name: the argument types of a function, the table of a trigger. */
    default String distinction() {
        return "";
    }

    /** The table or view that it is a part of and goes with; none when it stands by itself. */
    default Optional<ObjectName> holder() {
        return Optional.empty();
    }

    /**
     * The code that must be there as it is for this to exist: the query of a view, the condition of a trigger. What it mentions cannot go or
     * become another thing under it.
     */
    default List<Expression> code() {
        return List.of();
    }

    /**
     * The code that is only looked into when it runs, as the body of a function is: what it mentions had better be there before, where an
     * order can be found.
     */
    default List<Expression> laterCode() {
        return List.of();
    }

    /**
     * The same, its {@link #code()} that a database keeps in its own form, and rewrites when something that it reads is called otherwise,
     * written in another way; code that is kept as text stays as it is.
     */
    default SchemaObject withCode(UnaryOperator<Expression> change) {
        return this;
    }

    /**
     * The same once something that it points at is called otherwise, as databases follow a rename by themselves: a relation, a type or a
     * column. Code stays as it is.
     */
    default SchemaObject following(Reference before, Reference after) {
        return this;
    }

    /** What tells it from all others. */
    default ObjectKey key() {
        return new ObjectKey(kind(), name(), distinction());
    }
}
