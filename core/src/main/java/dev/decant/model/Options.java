package dev.decant.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps options in the order in which they were said, for they are written in it; two of another order are equal nevertheless. */
public final class Options {
    private Options() {}

    /** The same options, which nobody changes any more. */
    public static Map<String, String> copyOf(Map<String, String> options) {
        return options.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}
