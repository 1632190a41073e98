package dev.decant.postgresql.raw;

import dev.decant.dialect.Statement;
import dev.decant.model.Expression;
import dev.decant.model.raw.RawObject;
import dev.decant.postgresql.catalogue.PostgresqlRawReader;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What publications and subscriptions have in common: statements as {@link PostgresqlRawReader} writes them, and settings. */
public final class PostgresqlReplication {
    private static final Pattern SETTING = Pattern.compile("(\\w+) = ('[^']*'|\\w+)");

    private PostgresqlReplication() {}

    static Statement statement(String sql) {
        return PostgresqlText.statement(PostgresqlText.sql(sql)).explained(PostgresqlLocks.CATALOGUE);
    }

    static String first(RawObject object) {
        return object.definition().getFirst().sql();
    }

    /** The statements after the first. */
    static List<String> rest(RawObject object) {
        return object.definition().stream().skip(1).map(Expression::sql).toList();
    }

    /** What is said otherwise between the parentheses of WITH; what is no longer said is as usual again. */
    static List<String> settings(String before, String after, Map<String, String> usual) {
        Map<String, String> from = settings(before);
        Map<String, String> to = new LinkedHashMap<>(usual);
        to.keySet().retainAll(from.keySet());
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
}
