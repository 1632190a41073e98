package dev.decant.model.privilege;

import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.raw.RawObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What roles may do with one thing, as far as it is not what they may do with any new thing of its kind.
 *
 * @param name the thing's name
 * @param target what kind of thing it is
 * @param arguments the argument types of a routine, in parentheses; empty for all else
 * @param granted what roles may do besides, sorted
 * @param revoked what they may not do although they could with a new thing, sorted
 */
public record Privileges(
        ObjectName name, Target target, String arguments, List<Privilege> granted, List<Privilege> revoked)
        implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<Privileges> KIND = ObjectKind.of("privileges", Privileges.class);

    /** Sorts the privileges. */
    public Privileges {
        granted = Privilege.sorted(granted);
        revoked = Privilege.sorted(revoked);
    }

    /** Kinds of things that roles have privileges on. */
    public enum Target {
        /** A table, a view, or anything else that has columns. */
        TABLE,
        /** A sequence. */
        SEQUENCE,
        /** A namespace. */
        SCHEMA,
        /** A function or an aggregate. */
        FUNCTION,
        /** A procedure. */
        PROCEDURE,
        /** A type of any kind. */
        TYPE,
        /** A language that routines are written in. */
        LANGUAGE,
        /** A server elsewhere. */
        FOREIGN_SERVER,
        /** What reaches servers elsewhere. */
        FOREIGN_DATA_WRAPPER;

        /** How people and databases call them: {@code FOREIGN SERVER}. */
        @Override
        public String toString() {
            return name().replace('_', ' ');
        }

        /** Whether such things lie in namespaces, and so have two names. */
        public boolean liesInNamespace() {
            return switch (this) {
                case TABLE, SEQUENCE, FUNCTION, PROCEDURE, TYPE -> true;
                case SCHEMA, LANGUAGE, FOREIGN_SERVER, FOREIGN_DATA_WRAPPER -> false;
            };
        }
    }

    /** What it is about, when that lies in no namespace. */
    public Optional<ObjectKey> ofDatabase() {
        return switch (target) {
            case TABLE, SEQUENCE, FUNCTION, PROCEDURE, TYPE -> Optional.empty();
            case SCHEMA -> Optional.of(new ObjectKey(Namespace.KIND, name));
            case LANGUAGE -> Optional.of(new ObjectKey(RawObject.kindOf("language"), name));
            case FOREIGN_SERVER -> Optional.of(new ObjectKey(RawObject.kindOf("server"), name));
            case FOREIGN_DATA_WRAPPER -> Optional.of(new ObjectKey(RawObject.kindOf("foreign data wrapper"), name));
        };
    }

    @Override
    public ObjectKind<Privileges> kind() {
        return KIND;
    }

    @Override
    public String comment() {
        return "";
    }

    @Override
    public Privileges withName(ObjectName other) {
        return new Privileges(other, target, arguments, granted, revoked);
    }

    @Override
    public Privileges following(Reference before, Reference after) {
        if (before instanceof Reference.ToColumn(ObjectName table, String column)
                && after instanceof Reference.ToColumn(ObjectName same, String other)) {
            boolean mine = target == Target.TABLE && name.equals(table) && table.equals(same);
            return mine ? withColumn(column, other) : this;
        }
        if (!things().contains(before)) {
            return new Privileges(
                    name,
                    target,
                    arguments,
                    Privilege.following(granted, before, after),
                    Privilege.following(revoked, before, after));
        }
        return switch (after) {
            case Reference.ToRelation(ObjectName other) -> withName(other);
            case Reference.ToRoutine(ObjectName other) -> withName(other);
            case Reference.ToType(ObjectName other) -> withName(other);
            case Reference.ToObject(ObjectKey other) -> withName(other.name());
            default -> this;
        };
    }

    private Privileges withColumn(String before, String after) {
        return new Privileges(
                name, target, arguments, renamed(granted, before, after), renamed(revoked, before, after));
    }

    private static List<Privilege> renamed(List<Privilege> privileges, String before, String after) {
        return privileges.stream()
                .map(privilege -> privilege.column().equals(before) ? privilege.withColumn(after) : privilege)
                .toList();
    }

    @Override
    public String distinction() {
        return target.toString().toLowerCase(Locale.ROOT) + arguments;
    }

    /** The thing, which takes its privileges with it when it goes; what lies in no namespace may be called as a table is. */
    @Override
    public Optional<ObjectName> holder() {
        return target.liesInNamespace() ? Optional.of(name) : Optional.empty();
    }

    @Override
    public Set<Reference> uses() {
        Set<Reference> used = new HashSet<>(things());
        Stream.concat(granted.stream(), revoked.stream())
                .filter(privilege -> !privilege.column().isEmpty())
                .forEach(privilege -> used.add(new Reference.ToColumn(name, privilege.column())));
        used.addAll(Privilege.roles(granted, revoked));
        used.add(Ownership.of(name, owned(), arguments));
        return used;
    }

    /** As what the thing has an owner, who comes first: what roles may do is given in the owner's name. */
    private Ownership.Thing owned() {
        return switch (target) {
            case TABLE -> Ownership.Thing.TABLE;
            case SEQUENCE -> Ownership.Thing.SEQUENCE;
            case SCHEMA -> Ownership.Thing.SCHEMA;
            case FUNCTION, PROCEDURE -> Ownership.Thing.ROUTINE;
            case TYPE -> Ownership.Thing.TYPE;
            case LANGUAGE -> Ownership.Thing.LANGUAGE;
            case FOREIGN_SERVER -> Ownership.Thing.SERVER;
            case FOREIGN_DATA_WRAPPER -> Ownership.Thing.FOREIGN_DATA_WRAPPER;
        };
    }

    /** The thing, by all that it can be called by. */
    public Set<Reference> things() {
        return switch (target) {
            case TABLE, SEQUENCE -> Set.of(new Reference.ToRelation(name));
            case SCHEMA -> Set.of(new Reference.ToNamespace(name.local()));
            case FUNCTION, PROCEDURE -> Set.of(new Reference.ToRoutine(name));
            case TYPE -> Set.of(new Reference.ToType(name));
            case LANGUAGE, FOREIGN_SERVER, FOREIGN_DATA_WRAPPER ->
                ofDatabase().stream().map(Reference.ToObject::new).collect(Collectors.toUnmodifiableSet());
        };
    }
}
