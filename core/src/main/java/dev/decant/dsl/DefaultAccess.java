package dev.decant.dsl;

import dev.decant.model.ObjectName;
import dev.decant.model.privilege.DefaultPrivileges;
import dev.decant.model.privilege.Privilege;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What roles may do with the things that one role will make. It counts only where privileges are looked at. */
public final class DefaultAccess extends DeclaredObject {
    private final String role;
    private final DefaultPrivileges.Things things;
    private final List<Privilege> granted = new ArrayList<>();
    private final List<Privilege> revoked = new ArrayList<>();
    private Optional<String> namespace = Optional.empty();

    DefaultAccess(String role, DefaultPrivileges.Things things) {
        this.role = role;
        this.things = things;
    }

    /** Is about things in this namespace only, where they may do more than elsewhere and never less. */
    public DefaultAccess inSchema(String name) {
        namespace = Optional.of(name);
        return this;
    }

    /** Lets a role do these things: {@code SELECT}, {@code INSERT}. */
    public DefaultAccess grant(String grantee, String... actions) {
        return add(granted, grantee, false, actions);
    }

    /** Lets a role do these things and pass that on. */
    public DefaultAccess grantWithOption(String grantee, String... actions) {
        return add(granted, grantee, true, actions);
    }

    /** Lets everybody do these things. */
    public DefaultAccess grantToAll(String... actions) {
        return grant("", actions);
    }

    /** Keeps a role from what it may do with a new thing of the kind. */
    public DefaultAccess revoke(String grantee, String... actions) {
        return add(revoked, grantee, false, actions);
    }

    /** Keeps everybody from what everybody may do with a new thing of the kind: {@code EXECUTE} of a function. */
    public DefaultAccess revokeFromAll(String... actions) {
        return revoke("", actions);
    }

    private DefaultAccess add(List<Privilege> to, String grantee, boolean grantable, String... actions) {
        for (String action : actions) {
            to.add(Privilege.of(grantee, action).withGrantable(grantable));
        }
        return this;
    }

    @Override
    DefaultPrivileges build(PgSchema owner, String field, Targets targets) {
        return new DefaultPrivileges(ObjectName.of(namespace.orElse(""), role), things, granted, revoked);
    }
}
