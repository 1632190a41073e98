package dev.decant.postgresql.raw;

import static dev.decant.postgresql.sql.PostgresqlText.SYNTAX;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.toSet;

import dev.decant.dialect.Statement;
import dev.decant.model.Expression;
import dev.decant.model.raw.RawObject;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.sql.Lexer;
import dev.decant.sql.Sql;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a raw object the server changes in place: the options of foreign data wrappers, servers and user mappings and the version of a
 * server, the options of text search dictionaries, the mappings of text search configurations, the members of operator families, publications,
 * subscriptions, languages and transforms. Others are dropped and made anew, which what needs them would have to follow.
 */
final class PostgresqlRawChanges {
    private static final String TEMPLATE = "template";

    private PostgresqlRawChanges() {}

    /** What makes one of the other; empty when nothing does. */
    static Optional<List<Statement>> between(RawObject before, RawObject after) {
        return switch (before.kind().id()) {
            case "server", "foreign data wrapper", "user mapping" -> options(before, after);
            case "publication" -> PostgresqlPublications.change(before, after);
            case "subscription" -> PostgresqlSubscriptions.change(before, after);
            case "text search dictionary" -> dictionary(before, after);
            case "text search configuration" -> configuration(before, after);
            case "operator family" -> PostgresqlOperatorFamilies.change(before, after);
            case "language", "transform" -> Optional.of(List.of(replaced(after)));
            default -> Optional.empty();
        };
    }

    /** Its functions stay. */
    private static Statement replaced(RawObject object) {
        String create = object.definition().getFirst().sql();
        String replace = create.replaceFirst("(?i)^CREATE\\s+(OR\\s+REPLACE\\s+)?", "CREATE OR REPLACE ");
        return Statement.of(replace).explained(PostgresqlLocks.CATALOGUE);
    }

    private static Sql alter(RawObject object) {
        return sql("ALTER").text(PostgresqlRawObjects.thing(object));
    }

    private static List<Token> code(Expression expression) {
        return Lexer.code(expression.sql(), SYNTAX);
    }

    /** A statement without what can be changed of it, its version, and its options by name. */
    private record Optioned(List<String> fixed, Optional<String> version, Map<String, String> options) {
        static Optioned of(RawObject object) {
            List<String> fixed = new ArrayList<>();
            Optional<String> version = Optional.empty();
            Map<String, String> options = new LinkedHashMap<>();
            List<Token> tokens = code(object.definition().getFirst());
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).isWord("VERSION")) {
                    version = Optional.of(tokens.get(++i).text());
                } else if (tokens.get(i).isWord("OPTIONS")) {
                    for (i += 2; i + 1 < tokens.size(); i += 3) {
                        options.put(
                                tokens.get(i).nameIn(SYNTAX), tokens.get(i + 1).text());
                    }
                } else {
                    fixed.add(tokens.get(i).text());
                }
            }
            return new Optioned(fixed, version, options);
        }
    }

    private static Optional<List<Statement>> options(RawObject before, RawObject after) {
        Optioned then = Optioned.of(before);
        Optioned now = Optioned.of(after);
        boolean forgetsVersion = then.version().isPresent() && now.version().isEmpty();
        if (!then.fixed().equals(now.fixed())
                || forgetsVersion
                || after.definition().size() > 1) {
            return Optional.empty();
        }
        List<String> changes = changes(then.options(), now.options());
        Sql sql = alter(after);
        sql.when(
                !then.version().equals(now.version()),
                more -> more.words("VERSION").text(now.version().orElse("")));
        sql.when(!changes.isEmpty(), more -> more.words("OPTIONS").list(changes, Sql::text));
        return Optional.of(List.of(statement(sql).explained(PostgresqlLocks.CATALOGUE)));
    }

    private static List<String> changes(Map<String, String> then, Map<String, String> now) {
        List<String> changes = new ArrayList<>();
        then.keySet().stream().filter(key -> !now.containsKey(key)).forEach(key -> changes.add("DROP " + name(key)));
        now.forEach((key, value) -> {
            if (!Objects.equals(then.get(key), value)) {
                changes.add((then.containsKey(key) ? "SET " : "ADD ") + name(key) + " " + value);
            }
        });
        return changes;
    }

    /** The items that stand in the parentheses of CREATE TEXT SEARCH DICTIONARY: their names, and what is behind the equals sign. */
    private static Optional<Map<String, String>> items(RawObject dictionary) {
        Map<String, String> items = new LinkedHashMap<>();
        String text = dictionary.definition().getFirst().sql();
        List<Token> tokens = Lexer.code(text, SYNTAX);
        int start = 1 + tokens.stream().map(Token::text).toList().indexOf("(");
        for (int i = start; i < tokens.size(); i++) {
            if (tokens.get(i).isSign(",") || tokens.get(i).isSign(")")) {
                if (i < start + 3 || !tokens.get(start + 1).isSign("=")) {
                    return Optional.empty();
                }
                String value = text.substring(
                        tokens.get(start + 2).start(), tokens.get(i - 1).end());
                items.put(tokens.get(start).nameIn(SYNTAX).toLowerCase(Locale.ROOT), value);
                start = i + 1;
            }
        }
        return Optional.of(items);
    }

    /** A dictionary in one spelling: its template first, then its options in their order. */
    static RawObject spelled(RawObject dictionary) {
        String text = dictionary.definition().getFirst().sql();
        String beginning = Lexer.code(text, SYNTAX).stream()
                .filter(token -> token.isSign("("))
                .findFirst()
                .map(open -> text.substring(0, open.end()))
                .orElse("");
        return items(dictionary)
                .map(items -> beginning
                        + Stream.concat(
                                        Stream.ofNullable(items.remove(TEMPLATE))
                                                .map(template -> "TEMPLATE = " + template),
                                        items.entrySet().stream()
                                                .map(item -> name(item.getKey()) + " = " + item.getValue()))
                                .collect(Collectors.joining(", "))
                        + ")")
                .map(spelled -> dictionary.withDefinition(List.of(new Expression(spelled))))
                .orElse(dictionary);
    }

    private static Optional<List<Statement>> dictionary(RawObject before, RawObject after) {
        return items(before)
                .flatMap(then -> items(after)
                        .filter(now -> Objects.equals(then.get(TEMPLATE), now.get(TEMPLATE)))
                        .map(now -> List.of(dictionary(after, then, now))));
    }

    private static Statement dictionary(RawObject dictionary, Map<String, String> then, Map<String, String> now) {
        List<String> changes = new ArrayList<>();
        then.keySet().stream().filter(key -> !now.containsKey(key)).forEach(key -> changes.add(name(key)));
        toSet(then, now).forEach((key, value) -> changes.add(name(key) + " = " + value));
        return statement(alter(dictionary).list(changes, Sql::text)).explained(PostgresqlLocks.CATALOGUE);
    }

    /** The dictionaries of each kind of token: {@code ... ADD MAPPING FOR word WITH public.d, english_stem}. */
    private static Optional<Map<String, String>> mappings(RawObject configuration) {
        Map<String, String> mappings = new LinkedHashMap<>();
        List<Expression> added =
                configuration.definition().subList(1, configuration.definition().size());
        for (Expression each : added) {
            List<Token> tokens = code(each);
            int with =
                    tokens.stream().map(token -> token.isWord("WITH")).toList().indexOf(true);
            if (with < 2 || with + 1 >= tokens.size() || !tokens.get(with - 2).isWord("FOR")) {
                return Optional.empty();
            }
            mappings.put(
                    tokens.get(with - 1).text(),
                    each.sql()
                            .substring(
                                    tokens.get(with + 1).start(),
                                    tokens.getLast().end()));
        }
        return Optional.of(mappings);
    }

    private static Optional<List<Statement>> configuration(RawObject before, RawObject after) {
        boolean same = before.definition().getFirst().equals(after.definition().getFirst());
        return mappings(before)
                .filter(then -> same)
                .flatMap(then -> mappings(after).map(now -> mappings(after, then, now)));
    }

    private static List<Statement> mappings(
            RawObject configuration, Map<String, String> then, Map<String, String> now) {
        List<Statement> statements = new ArrayList<>();
        then.keySet().stream()
                .filter(token -> !now.containsKey(token))
                .forEach(token -> statements.add(mapping(configuration, "DROP MAPPING FOR " + token)));
        now.forEach((token, dictionaries) -> {
            if (!Objects.equals(then.get(token), dictionaries)) {
                String verb = then.containsKey(token) ? "ALTER" : "ADD";
                statements.add(mapping(configuration, verb + " MAPPING FOR " + token + " WITH " + dictionaries));
            }
        });
        return statements;
    }

    private static Statement mapping(RawObject configuration, String words) {
        return statement(alter(configuration).words(words)).explained(PostgresqlLocks.CATALOGUE);
    }
}
