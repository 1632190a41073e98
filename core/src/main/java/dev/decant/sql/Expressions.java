package dev.decant.sql;

import dev.decant.sql.Mention.Role;
import dev.decant.sql.Mentions.Found;
import dev.decant.sql.Token.Kind;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be told and changed about an expression, or a whole statement, from its tokens alone. */
public final class Expressions {
    /** Which rules {@link #fingerprintText} follows; a stored hash names it, since other rules give other hashes. */
    public static final int FINGERPRINT_VERSION = 1;

    private Expressions() {}

    /**
     * The text with a column of {@code table} renamed; all else, white space and comments included, stays as it is.
     *
     * <p>Renamed is a name that equals {@code from} (folded when unquoted) and stands alone or behind {@code table.};
     * never a function, a type, a label, a field of something else, nor anything in a string or comment.
     *
     * @param table the table whose column it is, without its schema; empty when no qualifier can mean it
     */
    public static String renameColumn(String text, String table, String from, String to, Syntax syntax) {
        Rewriter rewriter = new Rewriter(text, syntax);
        for (Found found : Mentions.in(text, syntax)) {
            if (isColumn(found.mention(), table, from, syntax)) {
                rewriter.replace(found.names().getLast(), to);
            }
        }
        return rewriter.text();
    }

    /**
     * The text with a namespace before some names that stand without one.
     *
     * @param namespace that of a name, if it is to be told
     */
    public static String qualified(String text, Function<Mention, Optional<String>> namespace, Syntax syntax) {
        Rewriter rewriter = new Rewriter(text, syntax);
        for (Found found : Mentions.in(text, syntax)) {
            if (found.mention().path().size() == 1) {
                namespace
                        .apply(found.mention())
                        .ifPresent(holder -> rewriter.qualify(found.names().getFirst(), holder));
            }
        }
        return rewriter.text();
    }

    /** The names mentioned, each once, in the order of the text: columns, tables, functions, types. */
    public static Set<Mention> identifiers(String text, Syntax syntax) {
        Set<Mention> mentions = new LinkedHashSet<>();
        for (Found found : Mentions.in(text, syntax)) {
            mentions.add(found.mention());
        }
        return mentions;
    }

    /** The fields taken of what stands in parentheses or brackets: {@code width} in {@code (measured(1)).width}. */
    public static Set<String> fields(String text, Syntax syntax) {
        Set<String> fields = new LinkedHashSet<>();
        if (text.contains(").") || text.contains("].")) {
            List<Token> tokens = Lexer.code(text, syntax);
            for (int i = 2; i < tokens.size(); i++) {
                boolean behind =
                        tokens.get(i - 2).isSign(")") || tokens.get(i - 2).isSign("]");
                if (behind && tokens.get(i - 1).isSign(".") && tokens.get(i).isName()) {
                    fields.add(tokens.get(i).nameIn(syntax));
                }
            }
        }
        return fields;
    }

    /** Whether the text mentions this column, alone or behind {@code table.}: what renaming it would touch. */
    public static boolean mentionsColumn(String text, String table, String column, Syntax syntax) {
        return identifiers(text, syntax).stream().anyMatch(mention -> isColumn(mention, table, column, syntax));
    }

    private static boolean isColumn(Mention mention, String table, String column, Syntax syntax) {
        Folding folding = syntax.folding();
        boolean ours = mention.path().size() == 1 || folding.same(mention.qualifier(), table);
        return mention.role() == Role.NAME && ours && folding.same(mention.name(), column);
    }

    /**
     * The text in the form that checksums are made of: comments dropped, one space between tokens, unquoted words in
     * lower case. Directives are kept, since they change how a script runs.
     */
    public static String fingerprintText(String sql, Syntax syntax) {
        StringBuilder normal = new StringBuilder();
        fingerprint(List.of(sql).iterator(), syntax, normal::append);
        return normal.toString();
    }

    /** The same of a text that comes in pieces, piece by piece, so that nobody has to hold a large text. */
    public static void fingerprint(Iterator<String> sql, Syntax syntax, Consumer<String> pieces) {
        FingerprintText text = new FingerprintText(pieces);
        new Lexer(sql, syntax).forEachRemaining(token -> {
            Optional<String> directive = Directive.textOf(token);
            if (directive.isPresent()) {
                text.add("-- decant: " + directive.get(), "\n");
            } else if (token.isCode()) {
                text.add(normal(token), token.kind() == Kind.CLIENT_COMMAND ? "\n" : " ");
            }
        });
        text.end();
    }

    private static String normal(Token token) {
        return token.kind() == Kind.WORD ? Folding.lower(token.text()) : token.text();
    }
}
