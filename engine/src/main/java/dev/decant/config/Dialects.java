package dev.decant.config;

import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import java.util.List;
import java.util.Set;

/** The ids by which dialects are chosen. */
final class Dialects {
    private static final List<String> IDS = List.of("postgresql", "sqlite", "mysql", "mariadb");
    private static final Set<String> RELATED = Set.of("mysql", "mariadb");

    private Dialects() {}

    /** Accepts the id of a dialect. */
    static String check(String id) {
        if (!IDS.contains(id)) {
            throw Failure.of("DCT-104", "the dialect is not known")
                    .next(Suggestions.advice(id, IDS))
                    .exception();
        }
        return id;
    }

    /** Whether a schema for the one can be in a database of the other. */
    static boolean fit(String one, String other) {
        return one.equals(other) || RELATED.contains(one) && RELATED.contains(other);
    }
}
