package dev.decant.postgresql.raw;

import static dev.decant.postgresql.sql.PostgresqlText.SYNTAX;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Expression;
import dev.decant.model.raw.RawObject;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members of operator families that belong to no class come and go while the classes stay: ALTER OPERATOR FAMILY. */
final class PostgresqlOperatorFamilies {
    private PostgresqlOperatorFamilies() {}

    /** What makes one family of the other; empty when a member is written in another way than the catalogue's. */
    static Optional<List<Statement>> change(RawObject before, RawObject after) {
        List<Statement> statements = new ArrayList<>();
        for (Expression member : members(before)) {
            if (!members(after).contains(member)) {
                Optional<String> item = dropped(member);
                if (item.isEmpty()) {
                    return Optional.empty();
                }
                statements.add(statement(sql("ALTER")
                                .text(PostgresqlRawObjects.thing(after))
                                .words("DROP " + item.get()))
                        .explained(PostgresqlLocks.CATALOGUE));
            }
        }
        members(after).stream()
                .filter(member -> !members(before).contains(member))
                .forEach(member -> statements.add(Statement.of(member.sql()).explained(PostgresqlLocks.CATALOGUE)));
        boolean same = before.definition().getFirst().equals(after.definition().getFirst());
        return same ? Optional.of(statements) : Optional.empty();
    }

    private static List<Expression> members(RawObject family) {
        return family.definition().subList(1, family.definition().size());
    }

    /** {@code FUNCTION 2 (integer, integer)} of {@code ... ADD FUNCTION 2 (integer, integer) btint4sortsupport(internal)}. */
    private static Optional<String> dropped(Expression member) {
        List<Token> tokens = Lexer.code(member.sql(), SYNTAX);
        int add = tokens.stream().map(token -> token.isWord("ADD")).toList().indexOf(true);
        List<String> texts = tokens.stream().map(Token::text).toList();
        int open = texts.indexOf("(");
        int close = texts.indexOf(")");
        if (add < 0 || open < add || close < open) {
            return Optional.empty();
        }
        String types = member.sql()
                .substring(tokens.get(open).start(), tokens.get(close).end());
        return Optional.of(texts.get(add + 1) + " " + texts.get(add + 2) + " " + types);
    }
}
