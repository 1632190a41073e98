package dev.decant.dsl;

import dev.decant.model.ObjectName;
import dev.decant.model.role.Membership;
import dev.decant.model.role.Role.Attribute;
import dev.decant.model.routine.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A role of the whole server, without its password, which is nobody's business here. It counts only where roles are looked at, and is never
 * dropped unless somebody asks for that.
 */
public final class ServerRole extends DeclaredObject {
    private final String name;
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();
    private OptionalLong connectionLimit = OptionalLong.empty();
    private Optional<String> validUntil = Optional.empty();

    /** A role of this name; of its field's name when that is empty. */
    ServerRole(String name) {
        this.name = name;
    }

    /** May connect. */
    public ServerRole login() {
        return with(Attribute.LOGIN);
    }

    /** May do everything. */
    public ServerRole superuser() {
        return with(Attribute.SUPERUSER);
    }

    /** May make databases. */
    public ServerRole createDatabase() {
        return with(Attribute.CREATEDB);
    }

    /** May make roles. */
    public ServerRole createRole() {
        return with(Attribute.CREATEROLE);
    }

    /** Must ask for the privileges of the roles that it belongs to. */
    public ServerRole noInherit() {
        return with(Attribute.NOINHERIT);
    }

    /** May replicate. */
    public ServerRole replication() {
        return with(Attribute.REPLICATION);
    }

    /** Is not kept from rows by policies. */
    public ServerRole bypassRowSecurity() {
        return with(Attribute.BYPASSRLS);
    }

    private ServerRole with(Attribute attribute) {
        attributes.add(attribute);
        return this;
    }

    /** May have so many connections at once. */
    public ServerRole connectionLimit(int connections) {
        connectionLimit = OptionalLong.of(connections);
        return this;
    }

    /** Its password counts until then: {@code 2030-01-01 00:00:00+00}. */
    public ServerRole validUntil(String time) {
        validUntil = Optional.of(time);
        return this;
    }

    /** Belongs to another role, and may do what that may. */
    public ServerRole memberOf(String role, Membership.Option... options) {
        memberships.add(new Membership(role, List.of(options)));
        return this;
    }

    /** Connects with a setting of this value. */
    public ServerRole set(String setting, String value) {
        settings.add(new Setting(setting, value));
        return this;
    }

    /** Tells the server's users about the role. */
    public ServerRole comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Says what the role was called before. */
    public ServerRole renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    @Override
    dev.decant.model.role.Role build(PgSchema owner, String field, Targets targets) {
        return new dev.decant.model.role.Role(
                ObjectName.of(name.isEmpty() ? Naming.snakeCase(field) : name),
                attributes,
                connectionLimit,
                validUntil,
                memberships,
                settings,
                comment());
    }
}
