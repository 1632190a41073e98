package dev.decant.database.browsing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its values apart.
 *
 * @param sql the statement with a question mark for each value
 * @param values the values as text, which the statement casts; null is NULL
 * @param numbered the statement with {@code $1} and so on for the values, to be read by people
 * @param text the statement with its values in their places, to be read by people
 */
public record BoundSql(String sql, List<@Nullable String> values, String numbered, String text) {
    /** Copies the values. */
    public BoundSql {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
