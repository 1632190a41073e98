package dev.decant.studio.connection;

import java.util.function.Consumer;

/**
 * Is told, line by line, what is done to protected databases.
 *
 * @param line takes one line, without the time
 */
public record Audit(Consumer<String> line) {
    /** Notes that something was done in an environment. */
    void note(String environment, String what) {
        line.accept(environment + ": " + what.strip().replaceAll("\\s+", " "));
    }
}
