package dev.decant.sql;

import java.util.List;

/**
 * A name that an expression or statement mentions, with what qualifies it.
 *
 * @param path the name and what stands before its dots, outermost first; folded, without
 *     quotes; the last may be {@code *}
 * @param role what the place says the name is
 */
public record Mention(List<String> path, Role role) {

    /** What a name is by the look of its place. */
    public enum Role {
        /** A column, a table, an alias: no more can be told without a catalogue. */
        NAME,
        /** A function: a parenthesis follows; or an operator, as in {@code OPERATOR(math.+)}. */
        CALL,
        /** A type: it stands behind {@code ::}, or before a string. */
        TYPE
    }

    public Mention {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a mention needs a name");
        }
    }

    /** The name itself, the last of the path. */
    public String name() {
        return path.getLast();
    }

    /** What stands right before the name's dot; empty when nothing does. */
    public String qualifier() {
        return path.size() < 2 ? "" : path.get(path.size() - 2);
    }
}
