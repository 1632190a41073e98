package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the text of a {@link DatabaseUrl}; no error repeats any of it but a scheme that is nearly right. */
final class UrlReader {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern EMBEDDED =
            Pattern.compile("(?<dialect>[^/?:]*)(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?");
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)*");
    private static final Map<String, String> DIALECTS =
            Map.of("postgres", "postgresql", "postgresql", "postgresql", "mysql", "mysql", "mariadb", "mariadb");
    private static final List<String> SCHEMES =
            List.of("postgresql", "postgres", "mysql", "mariadb", "sqlite", "embedded", "jdbc");
    private static final List<String> DRIVERS = List.of("postgresql", "mysql", "mariadb", "sqlite");

    private UrlReader() {}

    static DatabaseUrl read(String url, Path base) {
        Matcher matcher = SCHEME.matcher(url);
        if (!matcher.matches()) {
            throw Failure.of("DCT-110", "this is not the URL of a database")
                    .next("write postgres://user@host/database, sqlite:file.db, or a JDBC URL")
                    .exception();
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        String rest = matcher.group(2);
        return switch (scheme) {
            case "jdbc" -> jdbc(rest, base);
            case "embedded" -> embedded(rest);
            case "sqlite" -> SqliteUrl.read(rest, base);
            default -> server(scheme, rest);
        };
    }

    private static DatabaseUrl jdbc(String url, Path base) {
        Matcher matcher = SCHEME.matcher(url);
        String driver = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
        return switch (driver) {
            case "sqlite" -> SqliteUrl.read(matcher.group(2), base);
            case "postgresql" -> ServerUrl.readPostgresqlJdbc(matcher.group(2));
            case "mysql", "mariadb" -> ServerUrl.readMysqlJdbc(driver, matcher.group(2));
            default -> throw unknown("jdbc:", driver, DRIVERS);
        };
    }

    private static DatabaseUrl server(String scheme, String rest) {
        String dialect = DIALECTS.get(scheme);
        if (dialect == null) {
            throw unknown("", scheme, SCHEMES);
        }
        if (!rest.startsWith("//")) {
            throw Failure.of("DCT-110", scheme + ": is not followed by //")
                    .next("write " + scheme + "://user@host/database")
                    .exception();
        }
        return ServerUrl.read(dialect, rest.substring(2));
    }

    private static DatabaseUrl embedded(String rest) {
        Matcher matcher = EMBEDDED.matcher(rest);
        if (!matcher.matches() || !"postgresql".equals(DIALECTS.get(matcher.group("dialect")))) {
            throw Failure.of("DCT-111", "this kind of database cannot be embedded")
                    .next("embedded:postgresql can")
                    .exception();
        }
        Optional<String> database = Optional.ofNullable(matcher.group("database"))
                .map(name -> Percent.decode(name, "name of the database"))
                .filter(name -> !name.isEmpty());
        Optional<String> query = Optional.ofNullable(matcher.group("query"));
        return new DatabaseUrl.Embedded("postgresql", query.flatMap(UrlReader::version), database);
    }

    private static Optional<String> version(String query) {
        Parameters parameters = Parameters.parse(query, Parameters.Writing.PERCENT);
        for (String name : parameters.names()) {
            if (!name.equals("version")) {
                throw Failure.of("DCT-110", "the URL has a parameter that an embedded database does not know")
                        .next("the only one is ?version=17")
                        .exception();
            }
        }
        Optional<String> version = parameters.find("version");
        if (version.filter(number -> !VERSION.matcher(number).matches()).isPresent()) {
            throw Failure.of("DCT-110", "the version in the URL is not a number")
                    .next("write it like ?version=17 or ?version=17.4")
                    .exception();
        }
        return version;
    }

    /** Names the scheme only when it resembles a known one: in a URL without a scheme it may be half of a password. */
    private static DecantException unknown(String prefix, String scheme, List<String> known) {
        String first = scheme.contains("+") ? scheme.substring(0, scheme.indexOf('+')) : scheme;
        String all = known.stream().map(name -> prefix + name + ":").collect(Collectors.joining(" "));
        return Suggestions.nearest(first, known)
                .map(name -> Failure.of(
                                "DCT-111", "the URL is of an unknown kind of database, " + prefix + scheme + ":")
                        .next("did you mean " + prefix + name + ":?"))
                .orElseGet(() -> Failure.of("DCT-111", "the URL is of an unknown kind of database")
                        .next("known are: " + all))
                .exception();
    }
}
