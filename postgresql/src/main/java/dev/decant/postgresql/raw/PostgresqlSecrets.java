package dev.decant.postgresql.raw;

import static dev.decant.postgresql.sql.PostgresqlText.SYNTAX;
import static dev.decant.postgresql.sql.PostgresqlText.name;

import dev.decant.model.Expression;
import dev.decant.model.Schema;
import dev.decant.model.raw.RawObject;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody logs in to another server with: options of servers and user mappings that are neither read nor written, whoever wrote them
 * down. One that is there stays when others change.
 */
public final class PostgresqlSecrets {
    /** The kinds of objects that may have such options. */
    private static final List<String> KINDS = List.of("server", "user mapping");

    private static final Pattern SECRET = Pattern.compile("(?i)pass(?!word_required)|secret|token|(?<!ssl)key");

    private PostgresqlSecrets() {}

    /** The object with its options in the order of their names, and without those that are secret. */
    static RawObject withheld(RawObject object) {
        if (!KINDS.contains(object.kind().id()) || object.definition().size() != 1) {
            return object;
        }
        String text = object.definition().getFirst().sql();
        List<Token> tokens = Lexer.code(text, SYNTAX);
        int start =
                tokens.stream().map(token -> token.isWord("OPTIONS")).toList().indexOf(true);
        if (start < 0 || !tokens.getLast().isSign(")")) {
            return object;
        }
        Map<String, String> options = new TreeMap<>();
        for (int i = start + 2; i + 1 < tokens.size(); i += 3) {
            options.put(tokens.get(i).nameIn(SYNTAX), tokens.get(i + 1).text());
        }
        options.keySet().removeIf(option -> SECRET.matcher(option).find());
        String beginning = text.substring(0, tokens.get(start).start()).stripTrailing();
        return object.withDefinition(List.of(new Expression(beginning + written(options))));
    }

    private static String written(Map<String, String> options) {
        return options.isEmpty()
                ? ""
                : options.entrySet().stream()
                        .map(option -> name(option.getKey()) + " " + option.getValue())
                        .collect(Collectors.joining(", ", " OPTIONS (", ")"));
    }

    /** How to say the secret of a user mapping, which nothing here does. */
    static String advice(RawObject mapping) {
        return "a password stands in no file: ALTER " + PostgresqlRawObjects.thing(mapping)
                + " OPTIONS (ADD password '...')";
    }

    /** What of a schema is in no file, in words. */
    public static List<String> leftOut(Schema schema) {
        return schema.objects(RawObject.kindOf("user mapping")).stream()
                .map(mapping -> "what " + mapping.distinction() + " logs in to " + mapping.name()
                        + " with is left out as far as it is secret; " + advice(mapping))
                .toList();
    }
}
