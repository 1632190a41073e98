package dev.decant.sqlite;

import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import dev.decant.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the tokens of a statement from front to back. */
final class TokenReader {
    private final String text;
    private final List<Token> tokens;
    private int at;

    TokenReader(String text) {
        this.text = text;
        this.tokens = Lexer.code(text, Syntax.SQLITE);
    }

    boolean atEnd() {
        return at == tokens.size();
    }

    /** Whether these words come next. */
    boolean isNext(String... words) {
        for (int index = 0; index < words.length; index++) {
            if (at + index >= tokens.size() || !tokens.get(at + index).isWord(words[index])) {
                return false;
            }
        }
        return true;
    }

    boolean isNextSign(String sign) {
        return !atEnd() && tokens.get(at).isSign(sign);
    }

    /** Passes over these words if they come next. */
    boolean accept(String... words) {
        boolean found = isNext(words);
        at += found ? words.length : 0;
        return found;
    }

    boolean acceptSign(String sign) {
        boolean found = isNextSign(sign);
        at += found ? 1 : 0;
        return found;
    }

    void expect(String... words) {
        if (!accept(words)) {
            throw unexpected(String.join(" ", words));
        }
    }

    void expectSign(String sign) {
        if (!acceptSign(sign)) {
            throw unexpected(sign);
        }
    }

    /** Whether a name comes next: a word, or anything in quotes. */
    boolean isNextName() {
        return !atEnd() && (tokens.get(at).isName() || tokens.get(at).kind() == Kind.STRING);
    }

    /** The word that comes next as it is. */
    String word() {
        if (atEnd() || tokens.get(at).kind() != Kind.WORD) {
            throw unexpected("a word");
        }
        return tokens.get(at++).text();
    }

    /** The name that comes next, without its quotes; SQLite takes a string for a name where it can be nothing else. */
    String name() {
        if (!isNextName()) {
            throw unexpected("a name");
        }
        Token token = tokens.get(at++);
        return token.kind() == Kind.STRING
                ? token.text().substring(1, token.text().length() - 1).replace("''", "'")
                : token.nameIn(Syntax.SQLITE);
    }

    /** The name that comes next, without its quotes and without what qualifies it. */
    String lastName() {
        String name = name();
        while (acceptSign(".")) {
            name = name();
        }
        return name;
    }

    /** One token as it is. */
    String token() {
        if (atEnd()) {
            throw unexpected("more");
        }
        return tokens.get(at++).text();
    }

    /** The text inside the parentheses that come next. */
    String parenthesized() {
        expectSign("(");
        String inside = until(")").orElseThrow(() -> unexpected(")"));
        expectSign(")");
        return inside;
    }

    /** The texts between the commas in the parentheses that come next. */
    List<String> parenthesizedList() {
        expectSign("(");
        List<String> elements = new ArrayList<>();
        do {
            elements.add(until(",", ")").orElseThrow(() -> unexpected(")")));
        } while (acceptSign(","));
        expectSign(")");
        return elements;
    }

    /** The text of all tokens that are left. */
    String rest() {
        String rest = text(at, tokens.size());
        at = tokens.size();
        return rest;
    }

    /** The text up to one of these signs outside of parentheses; nothing when none comes. */
    private Optional<String> until(String... signs) {
        int start = at;
        int depth = 0;
        while (!atEnd()) {
            if (depth == 0 && List.of(signs).stream().anyMatch(this::isNextSign)) {
                return Optional.of(text(start, at));
            }
            depth += isNextSign("(") ? 1 : isNextSign(")") ? -1 : 0;
            at++;
        }
        return Optional.empty();
    }

    private String text(int from, int to) {
        return from == to
                ? ""
                : text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /** Says that something else comes than what was expected. */
    IllegalArgumentException unexpected(String expected) {
        String found = atEnd() ? "the end" : tokens.get(at).text();
        return new IllegalArgumentException("expected " + expected + " and found " + found);
    }
}
