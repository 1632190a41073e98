package dev.decant.codec;

import dev.decant.failure.Suggestions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes records of several types as objects whose field {@code kind} says which it is; a record of several kinds has that field itself.
 *
 * @param <T> what they have in common
 */
final class KindCodec<T> implements Codec<T> {
    private static final String FIELD = "kind";

    private final Map<Class<?>, Kind> byType = new LinkedHashMap<>();
    private final Map<String, Kind> byWord = new LinkedHashMap<>();

    /** One of the types. */
    private record Kind(String word, RecordCodec<Record> codec) {
        /** Whether the record has a component that says the kind, because it is of several. */
        boolean saysItself() {
            return codec.names().contains(FIELD);
        }
    }

    @SuppressWarnings("unchecked") // each codec is only given what has its own class
    KindCodec(Map<String, ? extends Class<? extends T>> types, Codecs all) {
        types.forEach((word, type) -> {
            RecordCodec<?> codec = new RecordCodec<>(type.asSubclass(Record.class), all);
            Kind kind = new Kind(word, (RecordCodec<Record>) codec);
            byType.put(type, kind);
            byWord.put(word, kind);
        });
    }

    /** All records that a sealed interface permits, their kinds named like their classes: {@code "primary key"}. */
    @SuppressWarnings("unchecked") // only subclasses are permitted
    static <T> KindCodec<T> ofSealed(Class<T> type, Codecs all) {
        Map<String, Class<? extends T>> types = new LinkedHashMap<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            types.put(words(permitted.getSimpleName()), (Class<? extends T>) permitted);
        }
        return new KindCodec<>(types, all);
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    @Override
    public Json write(T value) {
        Kind kind = byType.get(value.getClass());
        if (kind == null) {
            throw new IllegalStateException("no kind for " + value.getClass());
        }
        FieldsBuilder fields = Json.object();
        if (!kind.saysItself()) {
            fields.put(FIELD, kind.word());
        }
        kind.codec().write((Record) value, fields);
        return fields.build();
    }

    @Override
    @SuppressWarnings("unchecked") // every codec is of a subclass of T
    public T read(Json json) {
        Json.Fields fields = json.asFields();
        Json word = fields.required(FIELD);
        Kind kind = byWord.get(word.asText());
        if (kind == null) {
            throw word.problem(
                    "there is no kind \"" + word.asText() + "\" here",
                    Suggestions.advice(word.asText(), byWord.keySet()));
        }
        Map<String, Json> others = new LinkedHashMap<>(fields.values());
        if (!kind.saysItself()) {
            others.remove(FIELD);
        }
        Json rest = new Json.Fields(others, fields.place());
        return (T) kind.codec().read(rest);
    }
}
