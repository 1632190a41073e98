package dev.decant.codec;

import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.SequenceOptions;
import dev.decant.model.aggregate.PartialAggregation;
import dev.decant.model.routine.RoutineBody;
import dev.decant.model.routine.RoutineTraits;
import dev.decant.model.trigger.TriggerMoment;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Finds the codec of a type: written here when its form is special, made from the components when it is a record. */
final class Codecs {
    private static final Codecs ALL = new Codecs();

    private final Map<Type, Codec<?>> codecs = new HashMap<>();
    private final Map<Type, Spread<?>> spreads = new HashMap<>();

    private Codecs() {
        codecs.put(
                String.class, Codec.<String>ofText(text -> text, text -> text).orElse(""));
        codecs.put(boolean.class, Scalars.FLAG);
        codecs.put(int.class, Scalars.WHOLE);
        codecs.put(OptionalLong.class, Scalars.OPTIONAL_WHOLE);
        codecs.put(ObjectName.class, Codec.ofText(ObjectName::toString, ObjectName::parse));
        codecs.put(DataType.class, new TypeCodec(new RecordCodec<>(DataType.class, this)));
        codecs.put(Expression.class, Codec.ofText(Expression::sql, Expression::new));
        codecs.put(Reference.ToColumn.class, Codec.ofText(Scalars::columnText, Scalars::parseColumn));
        RecordCodec<SequenceOptions> counting = new RecordCodec<>(SequenceOptions.class, this);
        spreads.put(SequenceOptions.class, counting);
        spreads.put(Fill.class, new FillSpread(counting));
        spreads.put(Lineage.class, new RecordCodec<>(Lineage.class, this));
        spreads.put(Index.Subject.class, new SubjectSpread());
        spreads.put(Enforcement.class, new EnforcementSpread());
        codecs.put(Index.OperatorClass.class, shortened(Index.OperatorClass.class, "name"));
        codecs.put(Index.Key.class, shortened(Index.Key.class, "column"));
        spreads.put(TriggerMoment.class, new RecordCodec<>(TriggerMoment.class, this));
        spreads.put(PartialAggregation.class, new RecordCodec<>(PartialAggregation.class, this));
        spreads.put(RoutineTraits.class, new RecordCodec<>(RoutineTraits.class, this));
        codecs.put(RoutineBody.class, KindCodec.ofSealed(RoutineBody.class, this));
        codecs.put(Constraint.class, KindCodec.ofSealed(Constraint.class, this));
        codecs.put(SchemaObject.class, new KindCodec<SchemaObject>(ObjectKinds.types(), this));
    }

    /** The codec of a class. */
    static <T> Codec<T> of(Class<T> type) {
        synchronized (ALL) {
            return ALL.codec(type);
        }
    }

    private <T extends Record> Codec<T> shortened(Class<T> type, String field) {
        return new ShortCodec<>(new RecordCodec<>(type, this), field);
    }

    @SuppressWarnings("unchecked") // put under its own type
    <T> Codec<T> codec(Class<T> type) {
        return (Codec<T>) codec((Type) type);
    }

    Codec<?> codec(Type type) {
        Codec<?> known = codecs.get(type);
        if (known == null) {
            known = make(type);
            codecs.put(type, known);
        }
        return known;
    }

    @Nullable
    Spread<?> spreadOf(Type type) {
        return spreads.get(type);
    }

    private Codec<?> make(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isEnum() ? enumCodec(plain) : new RecordCodec<>(plain.asSubclass(Record.class), this);
        }
        ParameterizedType generic = (ParameterizedType) type;
        if (generic.getRawType() == ObjectKind.class) {
            return Codec.ofText(ObjectKind::id, ObjectKinds::of);
        }
        Codec<?> inner = codec(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
        if (generic.getRawType() == Optional.class) {
            return Containers.optional(inner);
        }
        if (generic.getRawType() == List.class) {
            return Containers.list(inner);
        }
        if (generic.getRawType() == Map.class && generic.getActualTypeArguments()[0] == String.class) {
            return Containers.map(inner);
        }
        throw new IllegalStateException("no way to write " + type);
    }

    private static Codec<?> enumCodec(Class<?> type) {
        return Scalars.words(type.getEnumConstants());
    }
}
