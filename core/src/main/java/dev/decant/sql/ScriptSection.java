package dev.decant.sql;

import java.util.List;
import java.util.Optional;

/**
 * A part of a script: what follows one heading.
 *
 * @param heading the directive that begins it; none for what stands before the first heading
 * @param directives those between the heading and the first statement
 * @param statements may be empty
 */
public record ScriptSection(Optional<Directive> heading, List<Directive> directives, List<ScriptStatement> statements)
        implements Directed {
    /** Copies the lists. */
    public ScriptSection {
        directives = List.copyOf(directives);
        statements = List.copyOf(statements);
    }
}
