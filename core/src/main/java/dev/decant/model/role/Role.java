package dev.decant.model.role;

import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.routine.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A role of the whole server. Its password is neither known nor touched.
 *
 * @param name its name, in no namespace
 * @param attributes what it may do, and whether it is anything but usual, sorted
 * @param connectionLimit how many connections it may have at once; as many as it likes when empty
 * @param validUntil until when its password counts, as the dialect writes times; for ever when empty
 * @param memberships the roles that it belongs to, sorted
 * @param settings what is set when it connects, sorted
 * @param comment what users are told about it; may be empty
 */
public record Role(
        ObjectName name,
        List<Attribute> attributes,
        OptionalLong connectionLimit,
        Optional<String> validUntil,
        List<Membership> memberships,
        List<Setting> settings,
        String comment)
        implements SchemaObject {
    /** The kind; anything may be about a role without naming it, as what was granted to all of its members is. */
    public static final ObjectKind<Role> KIND = new ObjectKind<>("role", Role.class, true);

    /** Sorts the lists. */
    public Role {
        if (!name.schema().isEmpty()) {
            throw new IllegalArgumentException("the role " + name + " in a namespace");
        }
        attributes = attributes.stream().sorted().distinct().toList();
        memberships = memberships.stream()
                .sorted(Comparator.comparing(Membership::role))
                .toList();
        settings = settings.stream().sorted(Comparator.comparing(Setting::name)).toList();
    }

    /** What is not usual about a role. */
    public enum Attribute {
        /** It may do everything. */
        SUPERUSER,
        /** It may make databases. */
        CREATEDB,
        /** It may make roles. */
        CREATEROLE,
        /** It must ask for the privileges of the roles that it belongs to. */
        NOINHERIT,
        /** It may connect. */
        LOGIN,
        /** It may replicate. */
        REPLICATION,
        /** No policy of any table keeps rows from it. */
        BYPASSRLS
    }

    /** The role of that name. */
    public static Reference named(String role) {
        return new Reference.ToObject(new ObjectKey(KIND, ObjectName.of(role)));
    }

    /** What a role is called otherwise after something was renamed; nothing when that was not it, or when it is everybody. */
    public static Optional<String> renamed(String role, Reference before, Reference after) {
        return !role.isEmpty() && before.equals(named(role)) && after instanceof Reference.ToObject(ObjectKey other)
                ? Optional.of(other.name().local())
                : Optional.empty();
    }

    @Override
    public ObjectKind<Role> kind() {
        return KIND;
    }

    @Override
    public Role withName(ObjectName other) {
        return new Role(other, attributes, connectionLimit, validUntil, memberships, settings, comment);
    }

    /** The same with other settings. */
    public Role withSettings(List<Setting> others) {
        return new Role(name, attributes, connectionLimit, validUntil, memberships, others, comment);
    }

    @Override
    public Role following(Reference before, Reference after) {
        List<Membership> followed = memberships.stream()
                .map(membership -> renamed(membership.role(), before, after)
                        .map(role -> new Membership(role, membership.options()))
                        .orElse(membership))
                .toList();
        return new Role(name, attributes, connectionLimit, validUntil, followed, settings, comment);
    }

    @Override
    public Set<Reference> uses() {
        return memberships.stream().map(membership -> named(membership.role())).collect(Collectors.toUnmodifiableSet());
    }
}
