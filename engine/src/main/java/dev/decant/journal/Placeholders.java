package dev.decant.journal;

import java.util.Map;
import java.util.Optional;

/** The values of {@code ${name}} in the files that ask for them with a line {@code -- decant: placeholders}. */
@FunctionalInterface
public interface Placeholders {
    /** No value at all. */
    Placeholders NONE = name -> Optional.empty();

    /** The value of a name; it may be empty. */
    Optional<String> value(String name);

    /** These values. */
    static Placeholders of(Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return name -> Optional.ofNullable(copy.get(name));
    }

    /** These values, and those of another where these have none. */
    default Placeholders orElse(Placeholders other) {
        return name -> value(name).or(() -> other.value(name));
    }
}
