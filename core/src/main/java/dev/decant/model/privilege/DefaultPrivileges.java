package dev.decant.model.privilege;

import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.role.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What roles may do with the things that one role will make.
 *
 * @param name the role that makes them, in the namespace in which it does; in no namespace for all of them
 * @param things what kind of things, as the dialect calls them: {@code TABLES}
 * @param granted what roles may do besides what they always may, sorted
 * @param revoked what they may not do although they always may, sorted
 */
public record DefaultPrivileges(ObjectName name, String things, List<Privilege> granted, List<Privilege> revoked)
        implements SchemaObject {
    /** The kind; whatever is made later is made under them. */
    public static final ObjectKind<DefaultPrivileges> KIND =
            new ObjectKind<>("default privileges", DefaultPrivileges.class, true);

    /** Sorts the privileges. */
    public DefaultPrivileges {
        granted = Privilege.sorted(granted);
        revoked = Privilege.sorted(revoked);
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
        return things;
    }
}
