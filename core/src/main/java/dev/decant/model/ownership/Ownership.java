package dev.decant.model.ownership;

import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.collation.Collation;
import dev.decant.model.eventtrigger.EventTrigger;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.raw.RawObject;
import dev.decant.model.role.Role;
import dev.decant.model.statistics.Statistics;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who owns a thing that does not belong to the role that changes the schema, which owns whatever nobody says it of.
 *
 * @param name the thing's name
 * @param thing what kind of thing it is
 * @param signature what tells it from others of its kind and name: the argument types of a routine in parentheses, the access method of an
 *     operator class; empty where the name is enough
 * @param role the owner
 */
public record Ownership(ObjectName name, Thing thing, String signature, String role) implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<Ownership> KIND = ObjectKind.of("owner", Ownership.class);

    /** Kinds of things that have owners of their own; parts of tables and the sequences of their columns belong to whom the table does. */
    public enum Thing {
        /** A table, a view, or anything else that has columns. */
        TABLE,
        /** A sequence that is no column's. */
        SEQUENCE,
        /** A namespace. */
        SCHEMA,
        /** A function, an aggregate or a procedure. */
        ROUTINE,
        /** A type of any kind. */
        TYPE,
        /** An order of texts. */
        COLLATION,
        /** Statistics over several columns. */
        STATISTICS,
        /** An event trigger, which only a superuser may own. */
        EVENT_TRIGGER,
        /** A language that routines are written in. */
        LANGUAGE,
        /** A server elsewhere. */
        SERVER,
        /** What reaches servers elsewhere. */
        FOREIGN_DATA_WRAPPER,
        /** What others may subscribe to. */
        PUBLICATION,
        /** A conversion between encodings. */
        CONVERSION,
        /** An operator. */
        OPERATOR,
        /** A class of operators. */
        OPERATOR_CLASS,
        /** A family of such classes. */
        OPERATOR_FAMILY,
        /** A dictionary of text search. */
        TEXT_SEARCH_DICTIONARY,
        /** A configuration of text search. */
        TEXT_SEARCH_CONFIGURATION;

        /** How people and databases call them: {@code EVENT TRIGGER}. */
        @Override
        public String toString() {
            return name().replace('_', ' ');
        }

        /** Whether such things lie in namespaces, and so have two names. */
        public boolean liesInNamespace() {
            return switch (this) {
                case SCHEMA, EVENT_TRIGGER, LANGUAGE, SERVER, FOREIGN_DATA_WRAPPER, PUBLICATION -> false;
                case TABLE, SEQUENCE, ROUTINE, TYPE, COLLATION, STATISTICS, CONVERSION -> true;
                case OPERATOR, OPERATOR_CLASS, OPERATOR_FAMILY -> true;
                case TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION -> true;
            };
        }

        private String word() {
            return toString().toLowerCase(Locale.ROOT);
        }
    }

    /** Points at what says who owns a thing, if anything does. */
    public static Reference of(ObjectName name, Thing thing, String signature) {
        return new Reference.ToObject(new Ownership(name, thing, signature, "").key());
    }

    @Override
    public ObjectKind<Ownership> kind() {
        return KIND;
    }

    @Override
    public String comment() {
        return "";
    }

    @Override
    public Ownership withName(ObjectName other) {
        return new Ownership(other, thing, signature, role);
    }

    @Override
    public Ownership following(Reference before, Reference after) {
        if (!owned().equals(before)) {
            return Role.renamed(role, before, after)
                    .map(other -> new Ownership(name, thing, signature, other))
                    .orElse(this);
        }
        return switch (after) {
            case Reference.ToRelation(ObjectName other) -> withName(other);
            case Reference.ToRoutine(ObjectName other) -> withName(other);
            case Reference.ToType(ObjectName other) -> withName(other);
            case Reference.ToNamespace(String other) -> withName(ObjectName.of(other));
            case Reference.ToObject(ObjectKey other) -> withName(other.name());
            default -> this;
        };
    }

    @Override
    public String distinction() {
        return signature.isEmpty() || signature.startsWith("(")
                ? thing.word() + signature
                : thing.word() + " " + signature;
    }

    /** The thing, which goes with its owner; what lies in no namespace may be called as a table is. */
    @Override
    public Optional<ObjectName> holder() {
        return thing.liesInNamespace() ? Optional.of(name) : Optional.empty();
    }

    @Override
    public Set<Reference> uses() {
        return Set.of(owned(), Role.named(role));
    }

    /** What is owned, when that lies in no namespace. */
    public Optional<ObjectKey> ofDatabase() {
        return thing == Thing.SCHEMA
                ? Optional.of(new ObjectKey(Namespace.KIND, name))
                : Optional.of(owned())
                        .filter(reference -> !thing.liesInNamespace())
                        .map(reference -> ((Reference.ToObject) reference).object());
    }

    /** The thing. */
    public Reference owned() {
        return switch (thing) {
            case TABLE, SEQUENCE -> new Reference.ToRelation(name);
            case SCHEMA -> new Reference.ToNamespace(name.local());
            case ROUTINE -> new Reference.ToRoutine(name);
            case TYPE -> new Reference.ToType(name);
            case COLLATION -> new Reference.ToObject(new ObjectKey(Collation.KIND, name));
            case STATISTICS -> new Reference.ToObject(new ObjectKey(Statistics.KIND, name));
            case EVENT_TRIGGER -> new Reference.ToObject(new ObjectKey(EventTrigger.KIND, name));
            default -> new Reference.ToObject(new ObjectKey(RawObject.kindOf(thing.word()), name, signature));
        };
    }
}
