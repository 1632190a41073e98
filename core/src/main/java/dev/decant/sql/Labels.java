package dev.decant.sql;

import dev.decant.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The labels that the default of a column names when its type is an enum or an array of one: {@code 'a'}, {@code 'a'::mood}, <code>'{a,b}'
 * </code>, {@code ARRAY['a', 'b']}.
 *
 * <p>A string inside of anything else, such as the argument of a function, is no label.
 */
public final class Labels {
    private Labels() {}

    /** The labels, in the order of the text. */
    public static List<String> in(String expression, Syntax syntax) {
        List<String> labels = new ArrayList<>();
        for (Token token : values(expression, syntax)) {
            String text = text(token);
            if (ArrayText.isArray(text)) {
                labels.addAll(new ArrayText(text).elements());
            }
            labels.add(text);
        }
        return List.copyOf(labels);
    }

    /** The expression with one label put in the place of another. */
    public static String renamed(String expression, String before, String after, Syntax syntax) {
        StringBuilder renamed = new StringBuilder();
        int copied = 0;
        for (Token token : values(expression, syntax)) {
            String text = text(token);
            String other = text.equals(before)
                    ? after
                    : ArrayText.isArray(text)
                            ? new ArrayText(text).replacing(before, after).text()
                            : text;
            renamed.append(expression, copied, token.start())
                    .append(other.equals(text) ? token.text() : syntax.literal(other));
            copied = token.end();
        }
        return renamed.append(expression.substring(copied)).toString();
    }

    /** The strings that are the whole value, or an element of it. */
    private static List<Token> values(String expression, Syntax syntax) {
        List<Token> tokens = Lexer.code(expression, syntax);
        List<Token> values = new ArrayList<>();
        boolean array = !tokens.isEmpty() && tokens.getFirst().isWord("ARRAY");
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
            boolean stands = i == 0 || array && depth == 0 && opens(tokens.get(i - 1));
            if (stands && token.kind() == Kind.STRING && token.text().startsWith("'")) {
                values.add(token);
            }
        }
        return values;
    }

    private static boolean opens(Token before) {
        return before.isSign("[") || before.isSign(",");
    }

    private static String text(Token string) {
        String quoted = string.text();
        return quoted.substring(1, quoted.length() - 1).replace("''", "'");
    }
}
