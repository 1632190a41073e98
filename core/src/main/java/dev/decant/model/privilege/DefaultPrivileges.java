package dev.decant.model.privilege;

import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.role.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What roles may do with the things that one role will make.
 *
 * @param name the role that makes them, in the namespace in which it does; in no namespace for all of them
 * @param things what kind of things
 * @param granted what roles may do besides what they always may, sorted
 * @param revoked what they may not do although they always may, sorted
 */
public record DefaultPrivileges(ObjectName name, Things things, List<Privilege> granted, List<Privilege> revoked)
        implements SchemaObject {
    /** The kind; whatever is made later is made under them. */
    public static final ObjectKind<DefaultPrivileges> KIND =
            new ObjectKind<>("default privileges", DefaultPrivileges.class, true);

    /** Kinds of things that a role makes. */
    public enum Things {
        /** Tables, views, and whatever else has columns. */
        TABLES,
        /** Sequences. */
        SEQUENCES,
        /** Functions, aggregates and procedures. */
        FUNCTIONS,
        /** Types of any kind. */
        TYPES,
        /** Namespaces, which lie in none. */
        SCHEMAS,
        /** Large objects, which lie in no namespace either. */
        LARGE_OBJECTS;

        /** How people and databases call them: {@code LARGE OBJECTS}. */
        @Override
        public String toString() {
            return name().replace('_', ' ');
        }

        private boolean lieInNamespaces() {
            return this != SCHEMAS && this != LARGE_OBJECTS;
        }
    }

    /**
     * Sorts the privileges. Those in a namespace come on top of those everywhere, and so they take nothing away: the server carries such a
     * REVOKE out and keeps nothing of it (ALTER DEFAULT PRIVILEGES in PostgreSQL's manual).
     *
     * @throws IllegalArgumentException when they could not be what a database has
     */
    public DefaultPrivileges {
        granted = Privilege.sorted(granted);
        revoked = Privilege.sorted(revoked);
        if (!name.schema().isEmpty() && !things.lieInNamespaces()) {
            throw new IllegalArgumentException(
                    things.toString().toLowerCase(Locale.ROOT) + " lie in no schema: leave the schema out");
        }
        if (!name.schema().isEmpty() && !revoked.isEmpty()) {
            throw new IllegalArgumentException("default privileges in one schema only add to those everywhere:"
                    + " take " + revoked.getFirst().action() + " away without a schema");
        }
    }

    @Override
    public ObjectKind<DefaultPrivileges> kind() {
        return KIND;
    }

    @Override
    public String comment() {
        return "";
    }

    @Override
    public DefaultPrivileges withName(ObjectName other) {
        return new DefaultPrivileges(other, things, granted, revoked);
    }

    @Override
    public DefaultPrivileges following(Reference before, Reference after) {
        return new DefaultPrivileges(
                Role.renamed(name.local(), before, after).map(name::withLocal).orElse(name),
                things,
                Privilege.following(granted, before, after),
                Privilege.following(revoked, before, after));
    }

    @Override
    public Set<Reference> uses() {
        Set<Reference> used = new HashSet<>(Privilege.roles(granted, revoked));
        used.add(Role.named(name.local()));
        return used;
    }

    @Override
    public String distinction() {
        return things.toString();
    }
}
