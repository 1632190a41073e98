package dev.decant.sql;

import java.util.List;
import java.util.Optional;

/** A part of a script that directives can be written for. */
public sealed interface Directed permits Script, ScriptSection, ScriptStatement {
    /** The directives for this part itself, not those of the whole that it is in. */
    List<Directive> directives();

    /** The directive with this key. */
    default Optional<Directive> directive(String key) {
        return directives().stream()
                .filter(directive -> directive.key().equals(key))
                .findFirst();
    }
}
