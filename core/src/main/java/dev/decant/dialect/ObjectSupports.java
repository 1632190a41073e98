package dev.decant.dialect;

import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of objects that a dialect can write, each found by its kind. */
public final class ObjectSupports {
    private final String dialect;
    private final Map<ObjectKind<?>, ObjectSupport<?>> supports;

    private ObjectSupports(String dialect, Map<ObjectKind<?>, ObjectSupport<?>> supports) {
        this.dialect = dialect;
        this.supports = supports;
    }

    /**
     * Those of a dialect.
     *
     * @param dialect its name for people
     * @param supports one a kind
     */
    public static ObjectSupports of(String dialect, ObjectSupport<?>... supports) {
        return new ObjectSupports(
                dialect, Arrays.stream(supports).collect(Collectors.toMap(ObjectSupport::kind, Function.identity())));
    }

    /** These, and more of other kinds. */
    public ObjectSupports with(Collection<? extends ObjectSupport<?>> more) {
        Map<ObjectKind<?>, ObjectSupport<?>> all = new HashMap<>(supports);
        more.forEach(support -> all.put(support.kind(), support));
        return new ObjectSupports(dialect, all);
    }

    /** The object in the dialect's spelling; one that the dialect does not have stays as it is. */
    public SchemaObject canonical(SchemaObject object) {
        return supports.containsKey(object.kind()) ? canonical(object.kind(), object) : object;
    }

    /** Whether one object can become the other, which has the same kind and name, without being dropped and created. */
    public boolean altersInPlace(SchemaObject object, SchemaObject after) {
        return altersInPlace(object.kind(), object, after);
    }

    /** Whether code that rests on an object must step aside while it becomes another in place. */
    public boolean disturbs(SchemaObject object, SchemaObject after) {
        return disturbs(object.kind(), object, after);
    }

    /** What makes the object, with its comment. */
    public List<Statement> create(SchemaObject object, SchemaView before) {
        return create(object.kind(), object, before);
    }

    /** What removes the object. */
    public List<Statement> drop(SchemaObject object, SchemaView before) {
        return drop(object.kind(), object, before);
    }

    /** What makes one object the other, which has the same kind and name. */
    public List<Statement> alter(SchemaObject object, SchemaObject after, SchemaView before) {
        return alter(object.kind(), object, after, before);
    }

    /** What gives an object another name. */
    public List<Statement> rename(ObjectKey object, ObjectName after, SchemaView before) {
        return rename(object.kind(), required(object, before), after, before);
    }

    /** What gives a member of an object another name. */
    public List<Statement> renameMember(ObjectKey object, String member, String after, SchemaView before) {
        return renameMember(object.kind(), required(object, before), member, after, before);
    }

    private <T extends SchemaObject> T canonical(ObjectKind<T> kind, SchemaObject object) {
        return support(kind).canonical(kind.type().cast(object));
    }

    private <T extends SchemaObject> boolean disturbs(ObjectKind<T> kind, SchemaObject object, SchemaObject after) {
        return support(kind).disturbs(kind.type().cast(object), kind.type().cast(after));
    }

    private <T extends SchemaObject> boolean altersInPlace(
            ObjectKind<T> kind, SchemaObject object, SchemaObject after) {
        return support(kind).altersInPlace(kind.type().cast(object), kind.type().cast(after));
    }

    private <T extends SchemaObject> List<Statement> create(
            ObjectKind<T> kind, SchemaObject object, SchemaView before) {
        T typed = kind.type().cast(object);
        List<Statement> statements = new ArrayList<>(support(kind).create(typed, before));
        if (!object.comment().isEmpty()) {
            statements.addAll(support(kind).comment(typed));
        }
        return statements;
    }

    private <T extends SchemaObject> List<Statement> drop(ObjectKind<T> kind, SchemaObject object, SchemaView before) {
        return support(kind).drop(kind.type().cast(object), before);
    }

    private <T extends SchemaObject> List<Statement> alter(
            ObjectKind<T> kind, SchemaObject object, SchemaObject after, SchemaView before) {
        T typed = kind.type().cast(after);
        List<Statement> statements =
                new ArrayList<>(support(kind).alter(kind.type().cast(object), typed, before));
        if (!object.comment().equals(after.comment())) {
            statements.addAll(support(kind).comment(typed));
        }
        return statements;
    }

    private <T extends SchemaObject> List<Statement> rename(
            ObjectKind<T> kind, SchemaObject object, ObjectName after, SchemaView before) {
        return support(kind).rename(kind.type().cast(object), after, before);
    }

    private <T extends SchemaObject> List<Statement> renameMember(
            ObjectKind<T> kind, SchemaObject object, String member, String after, SchemaView before) {
        return support(kind).renameMember(kind.type().cast(object), member, after, before);
    }

    private static SchemaObject required(ObjectKey object, SchemaView before) {
        return before.object(object).orElseThrow(() -> new IllegalStateException("there is no " + object));
    }

    // Each support is kept under its own kind, so the types agree.
    @SuppressWarnings("unchecked")
    private <T extends SchemaObject> ObjectSupport<T> support(ObjectKind<T> kind) {
        ObjectSupport<?> support = supports.get(kind);
        if (support == null) {
            throw new UnsupportedChangeException(kind.id(), dialect + " has none", "leave it out of the schema");
        }
        return (ObjectSupport<T>) support;
    }
}
