package dev.decant.sql;

import java.util.Set;
import java.util.TreeSet;

/**
 * The directives that the reader of a script understands; any other is an error.
 *
 * @param headings keys that begin a new section, as {@code step} does
 * @param settings keys that set something for the script, section or statement that follows
 * @param statements keys that stand in the place of a statement, as {@code java} does
 */
public record DirectiveKeys(Set<String> headings, Set<String> settings, Set<String> statements) {
    /** A script in which every directive is an error. */
    public static final DirectiveKeys NONE = new DirectiveKeys(Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public DirectiveKeys {
        headings = Set.copyOf(headings);
        settings = Set.copyOf(settings);
        statements = Set.copyOf(statements);
    }

    /** Those of which none stands in the place of a statement. */
    public DirectiveKeys(Set<String> headings, Set<String> settings) {
        this(headings, settings, Set.of());
    }

    /** All keys, in the order of the alphabet. */
    Set<String> all() {
        Set<String> all = new TreeSet<>(headings);
        all.addAll(settings);
        all.addAll(statements);
        return all;
    }
}
