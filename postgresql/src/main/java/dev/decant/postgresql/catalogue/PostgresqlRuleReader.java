package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;

import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.rule.Rule;
import dev.decant.model.rule.RuleEvent;
import dev.decant.model.trigger.TriggerState;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rules of tables and views, but for those that make views what they are. */
final class PostgresqlRuleReader {
    /** The condition and the actions can only be had as parts of the whole statement; the events are those of CmdType in nodes.h. */
    private static final String RULES = """
            SELECT n.nspname AS namespace, c.relname AS holder, r.rulename AS name, pg_get_ruledef(r.oid) AS definition,
              r.ev_type::text AS event, r.is_instead, r.ev_enabled::text AS state, obj_description(r.oid, 'pg_rewrite') AS comment
            FROM pg_rewrite r
            JOIN pg_class c ON c.oid = r.ev_class
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relnamespace = ANY (?) AND r.ev_type <> '1'
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.deptype = 'e')
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """;

    private PostgresqlRuleReader() {}

    static List<Rule> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(RULES, PostgresqlRuleReader::rule);
    }

    private static Rule rule(ResultSet row) throws SQLException {
        Definition definition = Definition.of(row.getString("definition"));
        return new Rule(
                ObjectName.of(row.getString("namespace"), row.getString("name")),
                row.getString("holder"),
                switch (row.getString("event")) {
                    case "2" -> RuleEvent.UPDATE;
                    case "3" -> RuleEvent.INSERT;
                    default -> RuleEvent.DELETE;
                },
                definition.condition(),
                row.getBoolean("is_instead"),
                definition.actions(),
                state(row.getString("state")),
                text(row, "comment"));
    }

    private static TriggerState state(String letter) {
        return switch (letter) {
            case "D" -> TriggerState.DISABLED;
            case "R" -> TriggerState.REPLICA;
            case "A" -> TriggerState.ALWAYS;
            default -> TriggerState.ENABLED;
        };
    }

    /** The parts of {@code CREATE RULE ... WHERE condition DO INSTEAD actions}, as make_ruledef of ruleutils.c writes it. */
    private record Definition(Optional<Expression> condition, List<Expression> actions) {
        static Definition of(String text) {
            List<Token> tokens = Lexer.code(text, PostgresqlText.SYNTAX);
            // CREATE RULE name AS ON event TO namespace.table
            int at = 10;
            int act = at;
            int depth = 0;
            while (depth > 0 || !tokens.get(act).isWord("DO")) {
                depth += step(tokens.get(act));
                act++;
            }
            boolean conditional = tokens.get(at).isWord("WHERE");
            Optional<Expression> condition =
                    conditional ? Optional.of(between(text, tokens, at + 1, act)) : Optional.empty();
            int first = tokens.get(act + 1).isWord("INSTEAD") ? act + 2 : act + 1;
            return new Definition(condition, actions(text, tokens, first));
        }

        private static int step(Token token) {
            return token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
        }

        private static Expression between(String text, List<Token> tokens, int from, int to) {
            return new Expression(
                    text.substring(tokens.get(from).start(), tokens.get(to - 1).end()));
        }

        /** One statement stands by itself, several stand in parentheses, each with its semicolon. */
        private static List<Expression> actions(String text, List<Token> tokens, int first) {
            if (tokens.get(first).isWord("NOTHING")) {
                return List.of();
            }
            List<Expression> actions = new ArrayList<>();
            int start = tokens.get(first).isSign("(") ? first + 1 : first;
            for (int i = start; i < tokens.size(); i++) {
                if (tokens.get(i).kind() == Token.Kind.TERMINATOR && i > start) {
                    actions.add(between(text, tokens, start, i));
                    start = i + 1;
                }
                if (start < tokens.size() && tokens.get(start).isSign(")")) {
                    return actions;
                }
            }
            return actions;
        }
    }
}
