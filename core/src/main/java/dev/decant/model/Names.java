package dev.decant.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Checks that the records of a schema share. */
final class Names {
    private Names() {}

    static void requireName(String name, String what) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name of a " + what + " cannot be empty");
        }
    }

    static <T> void requireDistinct(Collection<T> parts, Function<T, String> name, String what, Object owner) {
        if (parts.size() < 2) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (T part : parts) {
            if (!seen.add(name.apply(part))) {
                throw new IllegalArgumentException(
                        "two of the " + what + " of " + owner + " are named " + name.apply(part));
            }
        }
    }

    static void requireSome(Collection<?> parts, String what) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(what + " cannot be empty");
        }
    }
}
