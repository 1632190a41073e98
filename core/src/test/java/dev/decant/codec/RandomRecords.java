package dev.decant.codec;

import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.ConvertColumn;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.TablePart;
import dev.decant.model.raw.RawObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes values of any record of the model, each component at random; what a record refuses is thrown away and made anew. */
final class RandomRecords {
    private static final List<String> NAMES = List.of(
            "id",
            "url",
            "Total",
            "select",
            "a b",
            "quo\"te",
            "pünkt.chen",
            "1st",
            "\uD83D\uDE00",
            "x\ny",
            "\\",
            "_",
            "a(b",
            "x[");
    private static final List<String> TYPES = List.of(
            "integer",
            "double precision",
            "character varying(255)",
            "timestamp(3) with time zone",
            "numeric(10,2)[]",
            "public.mood",
            "app.vector(3)[][]");

    private final RandomGenerator random;

    RandomRecords(RandomGenerator random) {
        this.random = random;
    }

    <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return name();
        } else if (plain == boolean.class) {
            return random.nextBoolean();
        } else if (plain == int.class) {
            return random.nextInt(3);
        } else if (plain == OptionalLong.class) {
            return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong());
        } else if (plain == ObjectName.class) {
            return new ObjectName(random.nextBoolean() ? "" : name(), name());
        } else if (plain == DataType.class) {
            return random.nextInt(4) == 0
                    ? new DataType(of(ObjectName.class), List.of(), random.nextInt(3))
                    : DataType.parse(oneOf(TYPES));
        } else if (plain == Expression.class) {
            return new Expression("f(" + name() + ")");
        } else if (plain == ObjectKey.class) {
            return new ObjectKey(oneOf(ObjectKinds.ALL), of(ObjectName.class));
        } else if (plain == SchemaObject.class) {
            ObjectKind<?> kind = oneOf(ObjectKinds.ALL);
            return of(kind.type());
        } else if (plain == AlterPart.class) {
            TablePart before = of(TablePart.class);
            return new AlterPart(of(ObjectName.class), before, another(before));
        } else if (plain == AlterObject.class) {
            SchemaObject before = of(SchemaObject.class);
            return new AlterObject(before, another(before));
        } else if (plain == ConvertColumn.class) {
            Column before = of(Column.class);
            return new ConvertColumn(
                    of(ObjectName.class), before, another(before), of(Expression.class), of(Expression.class));
        } else if (plain.isEnum()) {
            return oneOf(Arrays.asList(plain.getEnumConstants()));
        }
        return plain.isSealed() ? value(oneOf(Arrays.asList(plain.getPermittedSubclasses()))) : made(plain);
    }

    /** Another part of the same sort and name. */
    @SuppressWarnings("unchecked") // a part under another name is of its own class
    private <T extends TablePart> T another(T part) {
        return (T) of(part.getClass()).withName(part.name());
    }

    /** Another object of the same kind and name; itself where something else tells objects of one name apart, or no other can have the name. */
    private SchemaObject another(SchemaObject object) {
        try {
            SchemaObject other = of(object.kind().type()).withName(object.name());
            return other.key().equals(object.key()) ? other : object;
        } catch (IllegalArgumentException refused) {
            return object;
        }
    }

    private Object container(ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == ObjectKind.class) {
            boolean any = arguments[0] instanceof WildcardType;
            return oneOf(any ? ObjectKinds.ALL : List.copyOf(RawObject.KINDS.values()));
        }
        Type inner = arguments[arguments.length - 1];
        if (generic.getRawType() == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(value(inner));
        }
        int size = random.nextInt(4);
        if (generic.getRawType() == List.class) {
            return Stream.generate(() -> value(inner)).limit(size).toList();
        }
        Map<Object, Object> map = new HashMap<>();
        Stream.generate(this::name).limit(size).forEach(key -> map.put(key, value(inner)));
        return map;
    }

    private Object made(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            while (true) {
                Object[] values = Arrays.stream(components)
                        .map(RecordComponent::getGenericType)
                        .map(this::value)
                        .toArray();
                try {
                    return constructor.newInstance(values);
                } catch (InvocationTargetException refused) {
                    assertRefused(refused);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(InvocationTargetException e) {
        if (!(e.getCause() instanceof IllegalArgumentException)) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private String name() {
        return random.ints(1 + random.nextInt(2), 0, NAMES.size())
                .mapToObj(NAMES::get)
                .collect(Collectors.joining());
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
