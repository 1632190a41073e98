package dev.decant.model.routine;

import dev.decant.model.Expression;

/** What a routine does. */
public sealed interface RoutineBody {
    /**
     * A text that the language reads when the routine runs.
     *
     * @param text the text, to the letter
     */
    record Text(String text) implements RoutineBody {}

    /**
     * SQL that the server has read when the routine was made: {@code RETURN ...} or {@code BEGIN ATOMIC ... END}.
     *
     * @param code the SQL
     */
    record Parsed(Expression code) implements RoutineBody {}

    /**
     * A function of a library that the server loads.
     *
     * @param library the library's file
     * @param symbol the function's name in it
     */
    record Linked(String library, String symbol) implements RoutineBody {}
}
