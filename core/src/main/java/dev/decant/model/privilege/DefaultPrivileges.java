package dev.decant.model.privilege;

import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import java.util.List;

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
    /** The kind. */
    public static final ObjectKind<DefaultPrivileges> KIND =
            ObjectKind.of("default privileges", DefaultPrivileges.class);

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
    public String distinction() {
        return things;
    }
}
