package dev.decant.sql;

import java.util.Iterator;

/** What a script tells, one thing after the other, for a reader that does not hold all of it. */
public sealed interface ScriptPart {
    /**
     * A section begins.
     *
     * @param directive what begins it
     */
    record Heading(Directive directive) implements ScriptPart {}

    /**
     * Something is set for the section, or for the script when no section has begun.
     *
     * @param directive what is set
     */
    record Setting(Directive directive) implements ScriptPart {}

    /**
     * A statement follows, or what stands in its place.
     *
     * @param statement the statement
     */
    record Next(ScriptStatement statement) implements ScriptPart {}

    /**
     * Reads a script that comes in pieces, no further than what is asked for.
     *
     * @param pieces the text, cut anywhere
     * @return what it tells; throws {@link SqlSyntaxException} as {@link Script#parse} does, once it comes there
     */
    static Iterator<ScriptPart> read(Iterator<String> pieces, Syntax syntax, DirectiveKeys keys) {
        return new Splitter(pieces, syntax, keys);
    }
}
