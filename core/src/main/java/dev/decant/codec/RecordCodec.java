package dev.decant.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as an object with a field for each component, but for those with their usual value; a component with a {@link Spread} has
 * several fields. Reading goes through the record's own checks.
 *
 * @param <T> the record
 */
final class RecordCodec<T extends Record> implements Codec<T>, Spread<T> {
    private final Class<T> type;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Constructor<T> constructor;

    RecordCodec(Class<T> type, Codecs codecs) {
        this.type = type;
        for (RecordComponent component : type.getRecordComponents()) {
            parts.add(part(component, codecs));
        }
        parts.forEach(part -> names.addAll(part.spread().names()));
        constructor = constructor(type);
    }

    /** A component and the fields that it is written as. */
    private record Part(Method accessor, Spread<Object> spread) {}

    @SuppressWarnings("unchecked") // the codec was found by the component's type
    private static Part part(RecordComponent component, Codecs codecs) {
        Type type = component.getGenericType();
        Spread<?> spread = codecs.spreadOf(type);
        if (spread == null) {
            spread = new OneField<>(component.getName(), codecs.codec(type));
        }
        Method accessor = component.getAccessor();
        accessor.trySetAccessible();
        return new Part(accessor, (Spread<Object>) spread);
    }

    private static <T extends Record> Constructor<T> constructor(Class<T> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is no record", e);
        }
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public Json write(T value) {
        FieldsBuilder fields = Json.object();
        write(value, fields);
        return fields.build();
    }

    @Override
    public void write(T value, FieldsBuilder into) {
        for (Part part : parts) {
            part.spread().write(componentOf(value, part.accessor()), into);
        }
    }

    private static Object componentOf(Record value, Method accessor) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }

    @Override
    public T read(Json json) {
        return read(json.asFields().only(names));
    }

    @Override
    public T read(Json.Fields from) {
        @Nullable Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i).spread().read(from);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw from.problem(String.valueOf(refused.getMessage()), "");
            }
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
        }
    }

    /**
     * A value in a field of its own, which is absent when the value is the usual one.
     *
     * @param <V> the value's type
     */
    private record OneField<V>(String name, Codec<V> codec) implements Spread<V> {
        @Override
        public Set<String> names() {
            return Set.of(name);
        }

        @Override
        public void write(V value, FieldsBuilder into) {
            if (!codec.usual().equals(java.util.Optional.of(value))) {
                into.put(name, codec.write(value));
            }
        }

        @Override
        public V read(Json.Fields from) {
            return from.field(name)
                    .map(codec::read)
                    .or(codec::usual)
                    .orElseThrow(() -> from.problem("the field \"" + name + "\" is missing", "add it"));
        }
    }
}
