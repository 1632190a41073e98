package dev.decant.dsl;

import dev.decant.model.ObjectName;
import java.util.Optional;

/**
 * A key of an index in a way that only PostgreSQL knows.
 *
 * @param shape what has been said of it
 */
public record PgKey(KeyShape shape) implements IndexKey {
    /** Sorted downwards. */
    public PgKey desc() {
        return new PgKey(shape.with(key -> key.withDescending(true)));
    }

    /** Sorted in the order of a collation: {@code C}, {@code public.german}. */
    public PgKey collate(String collation) {
        return new PgKey(shape.with(key -> key.withCollation(Optional.of(ObjectName.parse(collation)))));
    }
}
