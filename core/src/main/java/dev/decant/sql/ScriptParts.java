package dev.decant.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts statements and directives in the order in which a script tells them, each as soon as nothing more belongs to it. */
final class ScriptParts {
    private final Deque<ScriptPart> told = new ArrayDeque<>();
    private final List<Directive> settings = new ArrayList<>();
    private final List<Directive> pending = new ArrayList<>();
    private boolean hasStatements;
    /** Comments behind it may still belong to it. */
    private @Nullable ScriptStatement last;

    boolean isEmpty() {
        return told.isEmpty();
    }

    ScriptPart take() {
        return told.remove();
    }

    /** Begins a new section. */
    void begin(Directive heading) {
        endSection();
        told.add(new ScriptPart.Heading(heading));
    }

    /** Adds a directive to what it is for: the script, the section, or the next statement. */
    void add(Directive directive) {
        List<Directive> target = hasStatements ? pending : settings;
        if (target.stream().anyMatch(other -> other.key().equals(directive.key()))) {
            throw new SqlSyntaxException(
                    SqlProblem.MISPLACED_DIRECTIVE,
                    directive.line(),
                    directive.column(),
                    "\"" + directive.key() + "\" is set twice for the same part of the script",
                    "keep one of the two lines");
        }
        target.add(directive);
        if (!hasStatements) {
            told.add(new ScriptPart.Setting(directive));
        }
    }

    void add(String text, String comment, Token first) {
        release();
        last = new ScriptStatement(text, comment, first.start(), first.line(), first.column(), pending);
        hasStatements = true;
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
        if (last == null) {
            return false;
        }
        last = last.withMoreComment(comment.text());
        return true;
    }

    /** Nothing more comes that could belong to the statement before. */
    void release() {
        if (last != null) {
            told.add(new ScriptPart.Next(last));
            last = null;
        }
    }

    /** Nothing more comes in the section. */
    void endSection() {
        if (!pending.isEmpty()) {
            throw pending.getFirst().problem(SqlProblem.MISPLACED_DIRECTIVE);
        }
        release();
        settings.clear();
        hasStatements = false;
    }
}
