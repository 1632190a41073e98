package dev.decant.dsl;

import dev.decant.model.ObjectName;

/** A namespace; one that tables live in need not be declared unless there is something to say of it. */
public final class Namespace extends DeclaredObject {
    private final String name;

    Namespace(String name) {
        this.name = name;
    }

    /** Tells the database's users about the namespace. */
    public Namespace comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Says what the namespace was called before. */
    public Namespace renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    @Override
    dev.decant.model.namespace.Namespace build(PgSchema owner, String field, Targets targets) {
        return new dev.decant.model.namespace.Namespace(ObjectName.of(name), comment());
    }
}
