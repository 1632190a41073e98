package dev.decant.sql;

/** Copies a text while it replaces some of its names; they are given in the order of the text. */
final class Rewriter {
    private final String source;
    private final Syntax syntax;
    private final StringBuilder rewritten = new StringBuilder();
    private int copied;

    Rewriter(String source, Syntax syntax) {
        this.source = source;
        this.syntax = syntax;
    }

    void replace(Token name, String replacement) {
        rewritten.append(source, copied, name.start()).append(syntax.name(replacement));
        copied = name.end();
    }

    /** Puts the name of what holds another before that name. */
    void qualify(Token name, String holder) {
        rewritten
                .append(source, copied, name.start())
                .append(syntax.name(holder))
                .append('.');
        copied = name.start();
    }

    /** Adds text behind the last name. */
    void add(String more) {
        rewritten.append(more);
    }

    String text() {
        return rewritten.append(source, copied, source.length()).toString();
    }
}
