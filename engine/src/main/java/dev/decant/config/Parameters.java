package dev.decant.config;

import dev.decant.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What follows the question mark of a URL, decoded; split into what may be shown and what may not.
 *
 * @param values the values by name, in order; a name without {@code =} has none
 */
record Parameters(Map<String, Optional<String>> values) {
    private static final Pattern SECRET = Pattern.compile(".*(password|passwd|pwd|secret|token).*|pass");
    private static final Set<String> SQLITE_SECRETS = Set.of("key", "hexkey", "textkey");
    private static final Set<String> CREDENTIALS = Set.of("user", "password");

    /** How a URL writes characters that would be taken for something else. */
    enum Writing {
        /** Percent-encoded, as RFC 3986 has it. */
        PERCENT,
        /** Percent-encoded, and {@code +} is a space: what the drivers of PostgreSQL and MySQL read. */
        FORM,
        /** Not at all: what the drivers of MariaDB and SQLite read. */
        PLAIN;

        String decode(String text, String part) {
            return switch (this) {
                case PERCENT -> Percent.decode(text, part);
                case FORM -> Percent.decode(text.replace("+", "%20"), part);
                case PLAIN -> text;
            };
        }

        /** The text in this writing, which a plain one cannot always be. */
        String encode(String text, String part) {
            if (this != PLAIN) {
                return Percent.encode(text);
            }
            if (text.contains("&") || text.contains("?")) {
                throw Failure.of(
                                "DCT-110",
                                "the " + part + " has a & or ?, which this database's driver cannot be given")
                        .exception();
            }
            return text;
        }
    }

    Parameters {
        values = new LinkedHashMap<>(values);
    }

    static Parameters parse(String query, Writing writing) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = writing.decode(equals < 0 ? pair : pair.substring(0, equals), "name of a parameter");
            if (!pair.isEmpty()) {
                values.put(
                        name,
                        equals < 0
                                ? Optional.empty()
                                : Optional.of(writing.decode(pair.substring(equals + 1), "value of a parameter")));
            }
        }
        return new Parameters(values);
    }

    List<String> names() {
        return List.copyOf(values.keySet());
    }

    Optional<String> find(String name) {
        return values.getOrDefault(name, Optional.empty()).filter(value -> !value.isEmpty());
    }

    /** The parameters that may be shown: no user, password, or other secret. */
    Parameters open(String dialect) {
        Map<String, Optional<String>> open = new LinkedHashMap<>(values);
        open.keySet().removeIf(name -> CREDENTIALS.contains(name) || isSecret(name, dialect));
        return new Parameters(open);
    }

    /** The secret parameters other than the password of the user. */
    Map<String, Secret> secrets(String dialect) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (isSecret(name, dialect) && !CREDENTIALS.contains(name)) {
                secrets.put(name, new Secret(value.orElse("")));
            }
        });
        return secrets;
    }

    /** The parameters without these ones. */
    Parameters without(Set<String> names) {
        Map<String, Optional<String>> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(names);
        return new Parameters(rest);
    }

    /** The parameters with their names and values changed. */
    Parameters renamed(Function<Map.Entry<String, Optional<String>>, Map.Entry<String, Optional<String>>> change) {
        Map<String, Optional<String>> renamed = new LinkedHashMap<>();
        values.entrySet().stream().map(change).forEach(entry -> renamed.put(entry.getKey(), entry.getValue()));
        return new Parameters(renamed);
    }

    /** The parameters as a URL ends with them, {@code ?a=b&c=d}, or nothing. */
    String query(Writing writing) {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, value) -> pairs.add(writing.encode(name, "name of a parameter")
                + value.map(text -> "=" + writing.encode(text, "value of a parameter"))
                        .orElse("")));
        return pairs.isEmpty() ? "" : pairs.stream().collect(Collectors.joining("&", "?", ""));
    }

    private static boolean isSecret(String name, String dialect) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRET.matcher(lower).matches() || dialect.equals("sqlite") && SQLITE_SECRETS.contains(lower);
    }

    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
