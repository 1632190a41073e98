package dev.decant.postgresql.run;

import dev.decant.failure.Suggestions;
import dev.decant.postgresql.sql.PostgresqlTypes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Advice where the server gives none: types of other databases or misspelt ones, and extensions that are not installed. */
final class PostgresqlHints {
    private static final Pattern TYPE = Pattern.compile("type \"([^\"]+)\" does not exist");
    private static final Pattern CONTROL_FILE =
            Pattern.compile("extension control file \".*?([^/\\\\\"]+)\\.control\"");

    /** Types of other databases, and what comes closest to them here. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("varchar2", "varchar"),
            Map.entry("nvarchar", "varchar"),
            Map.entry("nvarchar2", "varchar"),
            Map.entry("string", "text"),
            Map.entry("clob", "text"),
            Map.entry("longtext", "text"),
            Map.entry("mediumtext", "text"),
            Map.entry("tinytext", "text"),
            Map.entry("blob", "bytea"),
            Map.entry("longblob", "bytea"),
            Map.entry("binary", "bytea"),
            Map.entry("varbinary", "bytea"),
            Map.entry("number", "numeric"),
            Map.entry("tinyint", "smallint"),
            Map.entry("mediumint", "integer"),
            Map.entry("double", "double precision"),
            Map.entry("datetime", "timestamp"),
            Map.entry("datetime2", "timestamp"),
            Map.entry("uniqueidentifier", "uuid"),
            Map.entry("guid", "uuid"));

    private PostgresqlHints() {}

    /** Advice for a message of the server in English; there is none for most. */
    static Optional<String> of(String message) {
        return type(message).or(() -> extension(message));
    }

    private static Optional<String> type(String message) {
        Matcher matcher = TYPE.matcher(message);
        return matcher.find() ? similar(matcher.group(1)).map(type -> "did you mean " + type + "?") : Optional.empty();
    }

    private static Optional<String> similar(String type) {
        return Optional.ofNullable(ELSEWHERE.get(type.toLowerCase(Locale.ROOT)))
                .or(() -> Suggestions.nearest(type, PostgresqlTypes.names()));
    }

    private static Optional<String> extension(String message) {
        Matcher matcher = CONTROL_FILE.matcher(message);
        return matcher.find()
                ? Optional.of("the extension " + matcher.group(1) + " is not installed on the server")
                : Optional.empty();
    }
}
