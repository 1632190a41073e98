package dev.decant.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers sections, statements and directives in the order in which a script tells them. */
final class ScriptBuilder {
    private final List<Directive> directives = new ArrayList<>();
    private final List<ScriptSection> sections = new ArrayList<>();
    private final List<Directive> sectionDirectives = new ArrayList<>();
    private final List<ScriptStatement> statements = new ArrayList<>();
    private final List<Directive> pending = new ArrayList<>();
    private @Nullable Directive heading;

    /** Begins a new section. */
    void begin(Directive next) {
        endSection();
        heading = next;
    }

    /** Adds a directive to what it is for: the script, the section, or the next statement. */
    void add(Directive directive) {
        List<Directive> target = !statements.isEmpty() ? pending : heading != null ? sectionDirectives : directives;
        if (target.stream().anyMatch(other -> other.key().equals(directive.key()))) {
            throw new SqlSyntaxException(
                    SqlProblem.MISPLACED_DIRECTIVE,
                    directive.line(),
                    directive.column(),
                    "\"" + directive.key() + "\" is set twice for the same part of the script",
                    "keep one of the two lines");
        }
        target.add(directive);
    }

    void add(String text, String comment, Token first) {
        statements.add(new ScriptStatement(text, comment, first.start(), first.line(), first.column(), pending));
        pending.clear();
    }

    /** Adds a directive that stands in the place of a statement. */
    void call(Directive directive, Token token, String comment) {
        pending.add(directive);
        String text = (directive.key() + " " + directive.value()).strip();
        add(text, comment, token);
    }

    /** Adds to the comment of the statement before, if there is one. */
    boolean addToLastComment(Token comment) {
        if (statements.isEmpty()) {
            return false;
        }
        statements.set(statements.size() - 1, statements.getLast().withMoreComment(comment.text()));
        return true;
    }

    Script build() {
        endSection();
        return new Script(directives, sections);
    }

    private void endSection() {
        if (!pending.isEmpty()) {
            throw pending.getFirst().problem(SqlProblem.MISPLACED_DIRECTIVE);
        }
        if (heading != null || !statements.isEmpty()) {
            sections.add(new ScriptSection(Optional.ofNullable(heading), sectionDirectives, statements));
        }
        sectionDirectives.clear();
        statements.clear();
    }
}
