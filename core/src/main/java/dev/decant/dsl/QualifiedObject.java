package dev.decant.dsl;

import dev.decant.model.ObjectName;

/**
 * An object that lives in a namespace.
 *
 * @param <S> its own class, to which every step of a chain leads back
 */
public abstract sealed class QualifiedObject<S extends QualifiedObject<S>> extends DeclaredObject
        permits Aggregate, Collation, CompositeType, Domain, MaterializedView, RangeType {
    private final DeclaredName name;

    /** An object of this name; of its field's name when that is empty. */
    QualifiedObject(String name) {
        this.name = new DeclaredName(name);
    }

    abstract S self();

    /** Puts it into another namespace than the usual one. */
    public final S inSchema(String namespace) {
        name.inSchema(namespace);
        return self();
    }

    /** Tells the database's users about it. */
    public final S comment(String comment) {
        setComment(comment);
        return self();
    }

    /** Says what it was called before. */
    public final S renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return self();
    }

    final ObjectName name(String field, PgSchema holder) {
        return name.of(field, holder);
    }
}
