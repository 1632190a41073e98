package dev.decant.sql;

import java.util.List;

/**
 * A script taken apart into statements.
 *
 * @param directives those before the first statement and the first heading: they are for the whole script
 * @param sections the parts, in order; a script without headings is one section, an empty script none
 */
public record Script(List<Directive> directives, List<ScriptSection> sections) implements Directed {
    /** Copies the lists. */
    public Script {
        directives = List.copyOf(directives);
        sections = List.copyOf(sections);
    }

    /**
     * Reads a script.
     *
     * @throws SqlSyntaxException when a quote, comment or body never ends, when there is a command to a client
     *     program, or a directive that is not known or stands where it means nothing
     */
    public static Script parse(String text, Syntax syntax, DirectiveKeys keys) {
        return new Splitter(text, syntax, keys).split();
    }

    /** The statements of all sections, in order. */
    public List<ScriptStatement> statements() {
        return sections.stream()
                .flatMap(section -> section.statements().stream())
                .toList();
    }
}
