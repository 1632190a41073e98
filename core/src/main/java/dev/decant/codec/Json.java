package dev.decant.codec;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A JSON value that knows where it was read, so that whoever finds it wrong can say where. In files there is no null: what is absent is left
 * out.
 *
 * <p>Two values are equal when they say the same in different places only if they are compared by {@link JsonWriter#line(Json)}.
 */
public sealed interface Json {
    /** Where it stands. */
    Place place();

    /** What it is, in words for a message. */
    String describe();

    /** An object: fields by name, in the order of the text. */
    record Fields(Map<String, Json> values, Place place) implements Json {
        /** Copies the fields. */
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** The field of that name. */
        public Optional<Json> field(String name) {
            return Optional.ofNullable(values.get(name));
        }

        /**
         * The field of that name.
         *
         * @throws DecantException when there is none
         */
        public Json required(String name) {
            return field(name).orElseThrow(() -> problem("the field \"" + name + "\" is missing", "add it"));
        }

        /** This, unless it has a field of another name. */
        public Fields only(Set<String> names) {
            for (Map.Entry<String, Json> field : values.entrySet()) {
                if (!names.contains(field.getKey())) {
                    throw field.getValue()
                            .problem(
                                    "there is no field \"" + field.getKey() + "\" here",
                                    Suggestions.advice(field.getKey(), names));
                }
            }
            return this;
        }

        @Override
        public String describe() {
            return "an object";
        }
    }

    /** A list. */
    record Items(List<Json> values, Place place) implements Json {
        /** Copies the list. */
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /** A string. */
    record Text(String value, Place place) implements Json {
        @Override
        public String describe() {
            return "the text \"" + value + "\"";
        }
    }

    /** A whole number. */
    record Whole(long value, Place place) implements Json {
        @Override
        public String describe() {
            return "the number " + value;
        }
    }

    /** True or false. */
    record Flag(boolean value, Place place) implements Json {
        @Override
        public String describe() {
            return String.valueOf(value);
        }
    }

    /**
     * A number that is no whole one of 64 bits, where a program sent it; no file of Decant has one.
     *
     * @param literal as it is written
     */
    record Decimal(String literal, Place place) implements Json {
        @Override
        public String describe() {
            return "the number " + literal;
        }
    }

    /** Nothing, where a program that was sent this tells an empty value from a field that is absent; no file of Decant has it. */
    record Null(Place place) implements Json {
        @Override
        public String describe() {
            return "null";
        }
    }

    /** An object in the making. */
    static FieldsBuilder object() {
        return new FieldsBuilder();
    }

    /** A list of values. */
    static Items list(List<? extends Json> values) {
        return new Items(List.copyOf(values), Place.NOWHERE);
    }

    /** A list of what each of some things becomes. */
    static <T> Items list(Collection<T> things, Function<? super T, ? extends Json> json) {
        return list(things.stream().map(json).toList());
    }

    /** A list of strings. */
    static Items texts(List<String> values) {
        return list(values, Json::of);
    }

    /** A string. */
    static Text of(String value) {
        return new Text(value, Place.NOWHERE);
    }

    /** A whole number. */
    static Whole of(long value) {
        return new Whole(value, Place.NOWHERE);
    }

    /** True or false. */
    static Flag of(boolean value) {
        return new Flag(value, Place.NOWHERE);
    }

    /** Nothing, as a value. */
    static Null nothing() {
        return new Null(Place.NOWHERE);
    }

    /** This as an object, or a problem. */
    default Fields asFields() {
        if (this instanceof Fields fields) {
            return fields;
        }
        throw refused("an object");
    }

    /** The values of this list, or a problem. */
    default List<Json> asItems() {
        if (this instanceof Items items) {
            return items.values();
        }
        throw refused("a list");
    }

    /** The strings of this list, or a problem. */
    default List<String> asTexts() {
        return asItems().stream().map(Json::asText).toList();
    }

    /** The string that this is, or a problem. */
    default String asText() {
        if (this instanceof Text text) {
            return text.value();
        }
        throw refused("a text");
    }

    /** The number that this is, or a problem. */
    default long asWhole() {
        if (this instanceof Whole whole) {
            return whole.value();
        }
        throw refused("a whole number");
    }

    /** The truth value that this is, or a problem. */
    default boolean asFlag() {
        if (this instanceof Flag flag) {
            return flag.value();
        }
        throw refused("true or false");
    }

    private DecantException refused(String wanted) {
        return problem("here should be " + wanted + ", not " + describe(), "");
    }

    /** What to throw when this value has no meaning where it stands. */
    default DecantException problem(String what, String next) {
        return Failure.of("DCT-204", what).at(place().toString()).next(next).exception();
    }
}
