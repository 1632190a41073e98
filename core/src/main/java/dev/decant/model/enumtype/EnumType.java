package dev.decant.model.enumtype;

import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type whose values are a list of labels.
 *
 * @param name its name
 * @param labels the labels in their order, no two the same
 * @param comment what users are told about it; may be empty
 */
public record EnumType(ObjectName name, List<String> labels, String comment) implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<EnumType> KIND = ObjectKind.of("enum", EnumType.class);

    /** Copies the labels; refuses one that stands twice. */
    public EnumType {
        labels = List.copyOf(labels);
        if (new HashSet<>(labels).size() < labels.size()) {
            throw new IllegalArgumentException("a label of the enum " + name + " stands twice: " + labels);
        }
    }

    @Override
    public ObjectKind<EnumType> kind() {
        return KIND;
    }

    @Override
    public EnumType withName(ObjectName other) {
        return new EnumType(other, labels, comment);
    }

    /** The same with other labels. */
    public EnumType withLabels(List<String> other) {
        return new EnumType(name, other, comment);
    }

    @Override
    public EnumType withMember(String before, String after) {
        return withLabels(labels.stream()
                .map(label -> label.equals(before) ? after : label)
                .toList());
    }

    @Override
    public boolean resembles(SchemaObject other) {
        return other instanceof EnumType that
                && 2 * labels.stream().filter(that.labels::contains).count()
                        >= Math.max(labels.size(), that.labels.size());
    }

    @Override
    public Set<Reference> provides() {
        return Stream.concat(
                        Stream.of(new Reference.ToObject(key()), new Reference.ToType(name)),
                        labels.stream().map(label -> new Reference.ToMember(key(), label)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
