package dev.decant.model.rangetype;

import dev.decant.model.DataType;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.collation.Collation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A type whose values are everything between two values of another type.
 *
 * @param name its name
 * @param subtype the type of the ends
 * @param options how the ends are compared
 * @param multirange the type of several ranges that comes with it; empty for the name that the database gives
 * @param comment what users are told about it; may be empty
 */
public record RangeType(
        ObjectName name, DataType subtype, Comparison options, Optional<ObjectName> multirange, String comment)
        implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<RangeType> KIND = ObjectKind.of("range", RangeType.class);

    /**
     * How the ends of a range are compared.
     *
     * @param operatorClass the order; empty for the subtype's usual one
     * @param collation the order of text; empty for the subtype's own
     * @param canonical the function that gives equal ranges one form, if any
     * @param difference the function that tells how far two ends are apart, if any
     */
    public record Comparison(
            Optional<ObjectName> operatorClass,
            Optional<ObjectName> collation,
            Optional<ObjectName> canonical,
            Optional<ObjectName> difference) {
        /** As the subtype does by itself. */
        public static final Comparison USUAL =
                new Comparison(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A range of values that are compared as usual. */
    public static RangeType of(ObjectName name, DataType subtype) {
        return new RangeType(name, subtype, Comparison.USUAL, Optional.empty(), "");
    }

    @Override
    public ObjectKind<RangeType> kind() {
        return KIND;
    }

    @Override
    public RangeType withName(ObjectName other) {
        return new RangeType(other, subtype, options, multirange, comment);
    }

    @Override
    public boolean resembles(SchemaObject other) {
        return other instanceof RangeType that && subtype.equals(that.subtype) && options.equals(that.options);
    }

    @Override
    public Set<Reference> uses() {
        Set<Reference> used = new HashSet<>();
        if (subtype.isDeclared()) {
            used.add(new Reference.ToType(subtype.name()));
        }
        options.collation()
                .filter(collation -> !collation.schema().isEmpty())
                .ifPresent(collation -> used.add(new Reference.ToObject(new ObjectKey(Collation.KIND, collation))));
        options.canonical().ifPresent(function -> used.add(new Reference.ToRoutine(function)));
        options.difference().ifPresent(function -> used.add(new Reference.ToRoutine(function)));
        return used;
    }

    @Override
    public Set<Reference> provides() {
        Set<Reference> provided = new HashSet<>(Set.of(new Reference.ToObject(key()), new Reference.ToType(name)));
        multirange.ifPresent(type -> provided.add(new Reference.ToType(type)));
        return provided;
    }

    @Override
    public RangeType following(Reference before, Reference after) {
        return new RangeType(
                name,
                subtype.following(before, after),
                new Comparison(
                        options.operatorClass(),
                        Collation.following(options.collation(), before, after),
                        options.canonical(),
                        options.difference()),
                multirange,
                comment);
    }
}
