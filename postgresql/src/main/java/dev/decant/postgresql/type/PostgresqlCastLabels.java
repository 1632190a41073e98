package dev.decant.postgresql.type;

import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.enumtype.EnumType;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Labels;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The labels of enums that an expression names with their type behind them, as the server writes them: {@code 'a'::public.mood}. */
final class PostgresqlCastLabels {
    private PostgresqlCastLabels() {}

    /** Those of one enum, alone and in arrays. */
    static Set<String> of(ObjectName type, Expression expression) {
        List<Token> tokens = Lexer.code(expression.sql(), PostgresqlText.SYNTAX);
        Set<String> labels = new HashSet<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).kind() == Token.Kind.STRING
                    && tokens.get(i + 1).isSign("::")
                    && isNamed(type, tokens, i + 2)) {
                boolean array = tokens.get(i).text().startsWith("'{") && isArray(tokens, i + 3);
                List<String> all = Labels.in(tokens.get(i).text(), PostgresqlText.SYNTAX);
                labels.addAll(array ? all.subList(0, all.size() - 1) : all.subList(all.size() - 1, all.size()));
            }
        }
        return labels;
    }

    /** Whether a name, with its namespace or without, begins there and is that of the type. */
    private static boolean isNamed(ObjectName type, List<Token> tokens, int at) {
        Token last = tokens.get(at + 2 < tokens.size() && tokens.get(at + 1).isSign(".") ? at + 2 : at);
        return last.isName() && last.nameIn(PostgresqlText.SYNTAX).equals(type.local());
    }

    private static boolean isArray(List<Token> tokens, int at) {
        return tokens.subList(at, Math.min(at + 3, tokens.size())).stream().anyMatch(token -> token.isSign("["));
    }

    /** Whether all that an expression names are there. */
    static boolean areThere(Expression expression, SchemaView schema) {
        return !expression.sql().contains("::")
                || schema.objects(EnumType.KIND).stream()
                        .allMatch(type -> type.labels().containsAll(of(type.name(), expression)));
    }
}
