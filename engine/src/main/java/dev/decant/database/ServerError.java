package dev.decant.database;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a server said when it refused a statement.
 *
 * @param state the SQLSTATE, or what the database has in its place
 * @param message the message
 * @param detail further facts
 * @param hint the server's own advice
 * @param position where in the statement, counted in characters from 1
 */
public record ServerError(
        String state, String message, Optional<String> detail, Optional<String> hint, OptionalInt position) {}
