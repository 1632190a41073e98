package dev.decant.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Codecs of values that hold other values; holding none is what is usual. */
final class Containers {
    private Containers() {}

    static <T> Codec<Optional<T>> optional(Codec<T> inner) {
        return new Codec<>() {
            @Override
            public Json write(Optional<T> value) {
                return inner.write(value.orElseThrow());
            }

            @Override
            public Optional<T> read(Json json) {
                return Optional.of(inner.read(json));
            }

            @Override
            public Optional<Optional<T>> usual() {
                return Optional.of(Optional.empty());
            }
        };
    }

    static <T> Codec<List<T>> list(Codec<T> inner) {
        return new Codec<>() {
            @Override
            public Json write(List<T> value) {
                return Json.list(value, inner::write);
            }

            @Override
            public List<T> read(Json json) {
                return json.asItems().stream().map(inner::read).toList();
            }

            @Override
            public Optional<List<T>> usual() {
                return Optional.of(List.of());
            }
        };
    }

    static <T> Codec<Map<String, T>> map(Codec<T> inner) {
        return new Codec<>() {
            @Override
            public Json write(Map<String, T> value) {
                FieldsBuilder fields = Json.object();
                value.forEach((key, each) -> fields.put(key, inner.write(each)));
                return fields.build();
            }

            @Override
            public Map<String, T> read(Json json) {
                Map<String, T> read = new LinkedHashMap<>();
                json.asFields().values().forEach((key, each) -> read.put(key, inner.read(each)));
                return read;
            }

            @Override
            public Optional<Map<String, T>> usual() {
                return Optional.of(Map.of());
            }
        };
    }
}
