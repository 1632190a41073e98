package dev.decant.codec;

import java.util.Optional;
import java.util.function.Function;

/**
 * How the values of one type are written as JSON and read back.
 *
 * @param <T> the type
 */
interface Codec<T> {
    /** Writes a value. */
    Json write(T value);

    /**
     * Reads a value.
     *
     * @throws dev.decant.failure.DecantException when the JSON is not such a value
     */
    T read(Json json);

    /** The value that is left out when it is a field of something, and read when the field is absent; a value without one is required. */
    default Optional<T> usual() {
        return Optional.empty();
    }

    /** A codec of values that have a notation in text; what the notation refuses with an IllegalArgumentException is reported at its place. */
    static <T> Codec<T> ofText(Function<T, String> write, Function<String, T> read) {
        return new Codec<>() {
            @Override
            public Json write(T value) {
                return Json.of(write.apply(value));
            }

            @Override
            public T read(Json json) {
                String text = json.asText();
                try {
                    return read.apply(text);
                } catch (IllegalArgumentException e) {
                    throw json.problem(String.valueOf(e.getMessage()), "");
                }
            }
        };
    }

    /** The same, with a usual value. */
    default Codec<T> orElse(T usual) {
        Codec<T> plain = this;
        return new Codec<>() {
            @Override
            public Json write(T value) {
                return plain.write(value);
            }

            @Override
            public T read(Json json) {
                return plain.read(json);
            }

            @Override
            public Optional<T> usual() {
                return Optional.of(usual);
            }
        };
    }
}
