package dev.decant.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        Gathering gathering = new Gathering();
        ScriptPart.read(List.of(text).iterator(), syntax, keys).forEachRemaining(gathering::add);
        return gathering.script();
    }

    /** What is read so far. */
    private static final class Gathering {
        private final List<Directive> directives = new ArrayList<>();
        private final List<ScriptSection> sections = new ArrayList<>();
        private final List<Directive> settings = new ArrayList<>();
        private final List<ScriptStatement> statements = new ArrayList<>();
        private Optional<Directive> heading = Optional.empty();

        void add(ScriptPart part) {
            switch (part) {
                case ScriptPart.Heading(Directive directive) -> begin(directive);
                case ScriptPart.Setting(Directive directive) ->
                    (heading.isPresent() ? settings : directives).add(directive);
                case ScriptPart.Next(ScriptStatement statement) -> statements.add(statement);
            }
        }

        private void begin(Directive directive) {
            endSection();
            heading = Optional.of(directive);
        }

        private void endSection() {
            if (heading.isPresent() || !statements.isEmpty()) {
                sections.add(new ScriptSection(heading, settings, statements));
            }
            settings.clear();
            statements.clear();
        }

        Script script() {
            endSection();
            return new Script(directives, sections);
        }
    }

    /** The statements of all sections, in order. */
    public List<ScriptStatement> statements() {
        return sections.stream()
                .flatMap(section -> section.statements().stream())
                .toList();
    }
}
