package dev.decant.model.sequence;

import dev.decant.model.DataType;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.SequenceOptions;
import java.util.Optional;
import java.util.Set;

/**
 * A sequence that stands by itself; one that a serial or identity column brings is part of that column.
 *
 * @param name its name
 * @param type the integer type that bounds it
 * @param options how it counts
 * @param owner the column with which it goes, if any
 * @param unlogged whether it loses where it stands when the server crashes; since PostgreSQL 15
 * @param comment what users are told about it; may be empty
 */
public record Sequence(
        ObjectName name,
        DataType type,
        SequenceOptions options,
        Optional<Reference.ToColumn> owner,
        boolean unlogged,
        String comment)
        implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<Sequence> KIND = ObjectKind.of("sequence", Sequence.class);

    /** A sequence that is logged, as most are. */
    public Sequence(
            ObjectName name,
            DataType type,
            SequenceOptions options,
            Optional<Reference.ToColumn> owner,
            String comment) {
        this(name, type, options, owner, false, comment);
    }

    @Override
    public ObjectKind<Sequence> kind() {
        return KIND;
    }

    @Override
    public Sequence withName(ObjectName other) {
        return new Sequence(other, type, options, owner, unlogged, comment);
    }

    @Override
    public boolean resembles(SchemaObject other) {
        return other instanceof Sequence that && owner.isEmpty() && that.owner.isEmpty() && type.equals(that.type);
    }

    /** What stands under its name; a sequence takes no name that a type has, since a relation brings a type along. */
    @Override
    public Set<Reference> provides() {
        return Set.of(new Reference.ToObject(key()), new Reference.ToRelation(name), new Reference.ToType(name));
    }

    /** The same, going with another column or none. */
    public Sequence withOwner(Optional<Reference.ToColumn> other) {
        return new Sequence(name, type, options, other, unlogged, comment);
    }
}
