package dev.decant.model.compositetype;

import dev.decant.model.DataType;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.collation.Collation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A type whose values are rows.
 *
 * @param name its name
 * @param attributes the parts of a value, in their order
 * @param comment what users are told about it; may be empty
 */
public record CompositeType(ObjectName name, List<Attribute> attributes, String comment) implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<CompositeType> KIND = ObjectKind.of("composite", CompositeType.class);

    /** Copies the attributes; refuses two of one name. */
    public CompositeType {
        attributes = List.copyOf(attributes);
        Set<String> seen = new HashSet<>();
        for (Attribute attribute : attributes) {
            if (!seen.add(attribute.name())) {
                throw new IllegalArgumentException(
                        "two attributes of the type " + name + " are named " + attribute.name());
            }
        }
    }

    /**
     * A part of a value.
     *
     * @param name its name
     * @param type its type
     * @param collation in whose order its text is sorted; empty for the type's own
     * @param comment what users are told about it; may be empty
     */
    public record Attribute(String name, DataType type, Optional<ObjectName> collation, String comment) {
        /** Refuses an empty name. */
        public Attribute {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("the name of an attribute cannot be empty");
            }
        }

        /** An attribute in its type's own order. */
        public static Attribute of(String name, DataType type) {
            return new Attribute(name, type, Optional.empty(), "");
        }

        /** The same of another type. */
        public Attribute withType(DataType other) {
            return new Attribute(name, other, collation, comment);
        }

        /** The same with another comment. */
        public Attribute withComment(String other) {
            return new Attribute(name, type, collation, other);
        }
    }

    @Override
    public ObjectKind<CompositeType> kind() {
        return KIND;
    }

    @Override
    public CompositeType withName(ObjectName other) {
        return new CompositeType(other, attributes, comment);
    }

    /** The same with other attributes. */
    public CompositeType withAttributes(List<Attribute> other) {
        return new CompositeType(name, other, comment);
    }

    /** The attribute of that name. */
    public Optional<Attribute> attribute(String attribute) {
        return attributes.stream().filter(each -> each.name().equals(attribute)).findFirst();
    }

    @Override
    public boolean resembles(SchemaObject other) {
        return other instanceof CompositeType that && attributes.equals(that.attributes);
    }

    @Override
    public Set<Reference> uses() {
        Set<Reference> used = new HashSet<>();
        for (Attribute attribute : attributes) {
            if (attribute.type().isDeclared()) {
                used.add(new Reference.ToType(attribute.type().name()));
            }
            attribute
                    .collation()
                    .filter(collation -> !collation.schema().isEmpty())
                    .ifPresent(collation -> used.add(new Reference.ToObject(new ObjectKey(Collation.KIND, collation))));
        }
        return used;
    }

    /** Its name is also one among those of tables. */
    @Override
    public Set<Reference> provides() {
        return Set.of(new Reference.ToObject(key()), new Reference.ToType(name), new Reference.ToRelation(name));
    }

    @Override
    public CompositeType following(Reference before, Reference after) {
        return withAttributes(attributes.stream()
                .map(attribute -> new Attribute(
                        attribute.name(),
                        attribute.type().following(before, after),
                        Collation.following(attribute.collation(), before, after),
                        attribute.comment()))
                .toList());
    }
}
