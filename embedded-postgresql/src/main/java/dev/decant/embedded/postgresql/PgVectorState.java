package dev.decant.embedded.postgresql;

import java.nio.file.Path;

/** Whether the extension pgvector can be created in the databases of a PostgreSQL. */
public sealed interface PgVectorState {
    /** It was there already. */
    record Available() implements PgVectorState {}

    /**
     * It was put there now.
     *
     * @param from the folder that keeps it for the next time
     */
    record Built(Path from) implements PgVectorState {}

    /**
     * It is not there and cannot be had.
     *
     * @param reason a sentence for people that says why, and what would help
     */
    record Unavailable(String reason) implements PgVectorState {}

    /** Whether {@code create extension vector} works. */
    default boolean usable() {
        return switch (this) {
            case Available available -> true;
            case Built built -> true;
            case Unavailable unavailable -> false;
        };
    }
}
