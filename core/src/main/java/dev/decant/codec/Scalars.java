package dev.decant.codec;

import dev.decant.failure.Suggestions;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Codecs of single values. */
final class Scalars {
    static final Codec<Boolean> FLAG = new Codec<>() {
        @Override
        public Json write(Boolean value) {
            return Json.of(value.booleanValue());
        }

        @Override
        public Boolean read(Json json) {
            return json.asFlag();
        }

        @Override
        public Optional<Boolean> usual() {
            return Optional.of(false);
        }
    };

    static final Codec<Integer> WHOLE = new Codec<>() {
        @Override
        public Json write(Integer value) {
            return Json.of(value.longValue());
        }

        @Override
        public Integer read(Json json) {
            try {
                return Math.toIntExact(json.asWhole());
            } catch (ArithmeticException e) {
                throw json.problem("this number is too large", "");
            }
        }

        @Override
        public Optional<Integer> usual() {
            return Optional.of(0);
        }
    };

    static final Codec<OptionalLong> OPTIONAL_WHOLE = new Codec<>() {
        @Override
        public Json write(OptionalLong value) {
            return Json.of(value.getAsLong());
        }

        @Override
        public OptionalLong read(Json json) {
            return OptionalLong.of(json.asWhole());
        }

        @Override
        public Optional<OptionalLong> usual() {
            return Optional.of(OptionalLong.empty());
        }
    };

    private Scalars() {}

    /** The constants of an enum as words: {@code SET_NULL} is {@code "set null"}; the first is the usual one. */
    static <E> Codec<E> words(E[] constants) {
        Map<String, E> byWord = new LinkedHashMap<>();
        for (E constant : constants) {
            byWord.put(word(constant), constant);
        }
        return new Codec<>() {
            @Override
            public Json write(E value) {
                return Json.of(word(value));
            }

            @Override
            public E read(Json json) {
                E found = byWord.get(json.asText());
                if (found == null) {
                    throw json.problem(
                            json.describe() + " means nothing here",
                            Suggestions.advice(json.asText(), byWord.keySet()));
                }
                return found;
            }

            @Override
            public Optional<E> usual() {
                return Optional.of(constants[0]);
            }
        };
    }

    private static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A column in the notation of names: {@code public.contents.id}. */
    static String columnText(Reference.ToColumn column) {
        return column.table() + "." + ObjectName.of(column.column());
    }

    static Reference.ToColumn parseColumn(String text) {
        List<String> parts = ObjectName.parts(text);
        return switch (parts.size()) {
            case 2 -> new Reference.ToColumn(ObjectName.of(parts.get(0)), parts.get(1));
            case 3 -> new Reference.ToColumn(ObjectName.of(parts.get(0), parts.get(1)), parts.get(2));
            default -> throw new IllegalArgumentException("not a column of a table: " + text);
        };
    }
}
