package dev.decant.postgresql;

import dev.decant.dialect.Statement;
import dev.decant.model.Expression;
import dev.decant.model.raw.RawObject;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are kept as the SQL that makes them and can still become others in place: what reads from them or rests on them stays. Their
 * SQL is as {@link PostgresqlRawReader} writes it; what is written otherwise is made anew.
 */
final class PostgresqlRawChanges {
    private static final Pattern MAPPING = Pattern.compile("(ALTER TEXT SEARCH CONFIGURATION .+) ADD (MAPPING FOR \\S+)( WITH .+)");
    private static final Pattern OPTIONS =
            Pattern.compile("(CREATE (?:FOREIGN DATA WRAPPER|SERVER|USER MAPPING) .+?)(?: OPTIONS \\((.*)\\))?", Pattern.DOTALL);

    private static final Pattern OPTION = Pattern.compile("(\"(?:[^\"]|\"\")+\"|\\w+) '((?:[^']|'')*)'");
    private static final Pattern SETTING = Pattern.compile("(\\w+) = ('[^']*'|\\w+)");

    private PostgresqlRawChanges() {}

    /** The statements that make one object the other, comment aside; nothing when it has to be made anew. */
    static Optional<List<Statement>> of(RawObject before, RawObject after) {
        if (before.definition().equals(after.definition())) {
            return Optional.of(List.of());
        }
        return switch (before.kind().id()) {
            case "publication" -> PostgresqlPublications.change(before, after);
            case "subscription" -> PostgresqlSubscriptions.change(before, after);
            case "text search configuration" -> mappings(before, after);
            case "foreign data wrapper", "server", "user mapping" -> options(before, after);
            default -> Optional.empty();
        };
    }

    static Statement statement(String sql) {
        return PostgresqlText.statement(PostgresqlText.sql(sql)).explained(PostgresqlLocks.CATALOGUE);
    }

    /** Which dictionaries read which words; the parser stays. */
    private static Optional<List<Statement>> mappings(RawObject before, RawObject after) {
        Optional<Map<String, Matcher>> from = mappings(before);
        Optional<Map<String, Matcher>> to = mappings(after);
        if (from.isEmpty() || to.isEmpty() || !first(before).equals(first(after))) {
            return Optional.empty();
        }
        List<Statement> statements = new ArrayList<>();
        from.get().forEach((tokens, mapping) -> {
            if (!to.get().containsKey(tokens)) {
                statements.add(statement(mapping.group(1) + " DROP " + tokens));
            }
        });
        to.get().forEach((tokens, mapping) -> {
            Matcher earlier = from.get().get(tokens);
            if (earlier == null) {
                statements.add(statement(mapping.group()));
            } else if (!earlier.group(3).equals(mapping.group(3))) {
                statements.add(statement(mapping.group(1) + " ALTER " + tokens + mapping.group(3)));
            }
        });
        return Optional.of(statements);
    }

    private static Optional<Map<String, Matcher>> mappings(RawObject configuration) {
        Map<String, Matcher> mappings = new LinkedHashMap<>();
        for (String sql : rest(configuration)) {
            Matcher mapping = MAPPING.matcher(sql);
            if (!mapping.matches()) {
                return Optional.empty();
            }
            mappings.put(mapping.group(2), mapping);
        }
        return Optional.of(mappings);
    }

    /** What a wrapper or server is told; what it is stays. */
    private static Optional<List<Statement>> options(RawObject before, RawObject after) {
        Matcher from = OPTIONS.matcher(first(before));
        Matcher to = OPTIONS.matcher(first(after));
        if (!from.matches() || !to.matches() || !from.group(1).equals(to.group(1))) {
            return Optional.empty();
        }
        List<String> changes = PostgresqlForeign.changes(options(from.group(2)), options(to.group(2)));
        Sql sql = PostgresqlText.sql("ALTER").text(PostgresqlRawObjects.thing(after)).words("OPTIONS").list(changes, Sql::text);
        return Optional.of(List.of(PostgresqlText.statement(sql).explained(PostgresqlLocks.CATALOGUE)));
    }

    private static Map<String, String> options(@Nullable String text) {
        Map<String, String> options = new LinkedHashMap<>();
        Matcher option = OPTION.matcher(text == null ? "" : text);
        while (option.find()) {
            options.put(unquoted(option.group(1)), option.group(2).replace("''", "'"));
        }
        return options;
    }

    /** What is said otherwise between the parentheses of WITH; what is no longer said is as usual again. */
    static List<String> settings(String before, String after, Map<String, String> usual) {
        Map<String, String> from = settings(before);
        Map<String, String> to = new LinkedHashMap<>();
        from.keySet().stream().filter(usual::containsKey).forEach(key -> to.put(key, usual.get(key)));
        to.putAll(settings(after));
        to.entrySet().removeIf(setting -> setting.getValue().equals(from.get(setting.getKey())));
        return to.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue())
                .toList();
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        Matcher setting = SETTING.matcher(text);
        while (setting.find()) {
            settings.put(setting.group(1), setting.group(2));
        }
        return settings;
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    static String first(RawObject object) {
        return object.definition().getFirst().sql();
    }

    /** The statements after the first. */
    static List<String> rest(RawObject object) {
        return object.definition().stream().skip(1).map(Expression::sql).toList();
    }
}
