package dev.decant.sql;

import dev.decant.sql.Mention.Role;
import dev.decant.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the names in an expression: reads its tokens once, without a grammar, and tells names from keywords by the
 * list of reserved words and by what stands beside them.
 */
final class Mentions {
    /** Words that are not names when the word before them is this one: {@code AT TIME ZONE}, {@code NULLS FIRST}. */
    private static final Set<String> PHRASES = Set.of(
            "AT TIME",
            "TIME ZONE",
            "WITH TIME",
            "WITHOUT TIME",
            "DOUBLE PRECISION",
            "CHARACTER VARYING",
            "CHAR VARYING",
            "BIT VARYING",
            "NATIONAL CHARACTER",
            "NATIONAL CHAR",
            "NULLS FIRST",
            "NULLS LAST",
            "NOT DEFERRABLE",
            "IS DOCUMENT",
            "IS NORMALIZED",
            "NOT NORMALIZED");

    /** Words that only ever make sense before the word given: {@code x AT TIME ZONE}, {@code NULLS FIRST}. */
    private static final Set<String> LEADS =
            Set.of("AT TIME", "WITHOUT TIME", "DOUBLE PRECISION", "NULLS FIRST", "NULLS LAST", "TIME ZONE");

    private final List<Token> tokens;
    private final Syntax syntax;
    private final List<Found> found = new ArrayList<>();
    private int at;

    /** A mention and the tokens that make it: names at even places, dots between. */
    record Found(Mention mention, List<Token> names) {}

    private Mentions(String text, Syntax syntax) {
        this.tokens = Lexer.code(text, syntax);
        this.syntax = syntax;
    }

    /** All mentions, in the order of the text. */
    static List<Found> in(String text, Syntax syntax) {
        return new Mentions(text, syntax).find();
    }

    private List<Found> find() {
        while (at < tokens.size()) {
            if (tokens.get(at).isName() && !isKeyword(at) && !followsDot()) {
                takePath();
            } else {
                at++;
            }
        }
        return found;
    }

    private boolean followsDot() {
        return sign(at - 1, ".");
    }

    private void takePath() {
        int first = at;
        List<Token> names = new ArrayList<>(List.of(tokens.get(at)));
        boolean ofOperator = sign(first - 1, "(") && upper(first - 2).equals("OPERATOR");
        while (sign(at + 1, ".") && (isPathPart(at + 2) || ofOperator && isOperator(at + 2))) {
            at += 2;
            names.add(tokens.get(at));
        }
        at++;
        if (isLabel(first, names.size() > 1) || isArgumentName()) {
            return;
        }
        List<String> path = names.stream().map(this::part).toList();
        found.add(new Found(new Mention(path, ofOperator ? Role.CALL : role(first)), names));
    }

    private boolean isOperator(int index) {
        return index < tokens.size() && tokens.get(index).kind() == Kind.OPERATOR;
    }

    private boolean isPathPart(int index) {
        return index < tokens.size() && (tokens.get(index).isName() || sign(index, "*"));
    }

    private String part(Token token) {
        return token.isName() ? token.nameIn(syntax) : token.text();
    }

    private Role role(int first) {
        boolean typed = at < tokens.size() && tokens.get(at).kind() == Kind.STRING;
        if (sign(first - 1, "::") || upper(first - 1).equals("AS") || typed) {
            return Role.TYPE;
        }
        return sign(at, "(") ? Role.CALL : Role.NAME;
    }

    /** An unquoted word that cannot be a name here. */
    private boolean isKeyword(int index) {
        Token token = tokens.get(index);
        if (token.kind() != Kind.WORD || sign(index - 1, ".")) {
            return false;
        }
        if (syntax.keywords().isReserved(token.text())) {
            return !(syntax.keywords().isCallable(token.text()) && sign(index + 1, "("));
        }
        boolean continues = PHRASES.contains(upper(index - 1) + " " + upper(index));
        return continues || LEADS.contains(upper(index) + " " + upper(index + 1)) || isExtractedField(index);
    }

    /** {@code AS name} labels a result or casts to a type that has its place by itself, as no label has; {@code COLLATE name} is a collation. */
    private boolean isLabel(int first, boolean qualified) {
        String before = upper(first - 1);
        return before.equals("AS") && !qualified || before.equals("COLLATE");
    }

    /** {@code name => value} and {@code name := value}. */
    private boolean isArgumentName() {
        return sign(at, "=>") || sign(at, ":=");
    }

    /** {@code extract(year FROM x)}. */
    private boolean isExtractedField(int index) {
        return sign(index - 1, "(")
                && upper(index - 2).equals("EXTRACT")
                && upper(index + 1).equals("FROM");
    }

    private boolean sign(int index, String sign) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isSign(sign);
    }

    private String upper(int index) {
        boolean word = index >= 0 && index < tokens.size() && tokens.get(index).kind() == Kind.WORD;
        return word ? tokens.get(index).text().toUpperCase(Locale.ROOT) : "";
    }
}
