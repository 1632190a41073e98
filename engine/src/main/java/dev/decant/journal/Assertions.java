package dev.decant.journal;

import java.util.Optional;

/**
 * What must hold around a migration: queries that find what must not be.
 *
 * @param before {@code before.sql}, asked before anything of the migration runs
 * @param verify {@code verify.sql}, asked when all of it has run
 */
public record Assertions(Optional<SqlFile> before, Optional<SqlFile> verify) {
    /** Nothing is asked. */
    public static final Assertions NONE = new Assertions(Optional.empty(), Optional.empty());
}
