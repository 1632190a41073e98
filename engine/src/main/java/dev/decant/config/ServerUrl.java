package dev.decant.config;

import static dev.decant.config.Authority.failure;

import dev.decant.config.Parameters.Writing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the URL of a database server, in the form of psql and the like or in that of a JDBC driver.
 *
 * <p>What each driver decodes was tried with pgjdbc 42.7.14, MySQL Connector/J 9.7.0 and MariaDB Connector/J 3.5.3.
 */
final class ServerUrl {
    private static final Pattern PARTS =
            Pattern.compile("(?<authority>[^/?#]*)(?<path>[^?]*)(?:\\?(?<query>.*))?", Pattern.DOTALL);
    private static final Pattern MYSQL = Pattern.compile("(?<mode>[a-z]+:)?//(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern ENTRY_IN_HOST =
            Pattern.compile("[(,]\\s*(user|password)\\s*=", Pattern.CASE_INSENSITIVE);
    private static final Set<String> PLACE = Set.of("host", "port", "dbname");

    private ServerUrl() {}

    /** A URL such as {@code postgres://user:password@host:5432/database?sslmode=require}, from after its {@code //}. */
    static DatabaseUrl.Jdbc read(String dialect, String rest) {
        Matcher parts = parts(rest);
        String path = parts.group("path");
        if (path.contains("@") || path.contains("#")) {
            throw failure(
                    "the URL has an @ or # after its first slash",
                    "write special characters of a user or password percent-encoded: / is %2F, @ is %40, # is %23");
        }
        Parameters parameters = DriverParameters.translate(dialect, query(parts, Writing.PERCENT));
        Authority authority = Authority.parse(parts.group("authority"));
        if (authority.hosts().isEmpty()) {
            authority = authority.at(hosts(parameters));
        }
        String database = database(path, Writing.PERCENT)
                .or(() -> parameters.find("dbname"))
                .orElse("");
        return url(dialect, "jdbc:" + dialect + "://", authority, database, parameters.without(PLACE));
    }

    /** What follows {@code jdbc:postgresql:}, which may be only the name of a database on this machine. */
    static DatabaseUrl.Jdbc readPostgresqlJdbc(String rest) {
        String full = rest.startsWith("//") ? rest.substring(2) : "localhost/" + rest.replaceFirst("^/", "");
        return readJdbc("postgresql", "jdbc:postgresql://", full, Writing.FORM);
    }

    /** What follows {@code jdbc:mysql:} or {@code jdbc:mariadb:}, possibly with a mode such as {@code loadbalance:}. */
    static DatabaseUrl.Jdbc readMysqlJdbc(String dialect, String rest) {
        Matcher matcher = MYSQL.matcher(rest);
        if (!matcher.matches()) {
            throw failure("jdbc:" + dialect + ": is not followed by //", "write jdbc:" + dialect + "://host/database");
        }
        String mode = Optional.ofNullable(matcher.group("mode")).orElse("");
        Writing writing = dialect.equals("mariadb") ? Writing.PLAIN : Writing.FORM;
        return readJdbc(dialect, "jdbc:" + dialect + ":" + mode + "//", matcher.group("rest"), writing);
    }

    private static DatabaseUrl.Jdbc readJdbc(String dialect, String prefix, String rest, Writing writing) {
        Matcher parts = parts(rest);
        String path = parts.group("path");
        if (path.contains(";")) {
            throw failure("the URL has a ; after the database", "write parameters as ?name=value&name=value");
        }
        if (path.contains("@")) {
            throw failure(
                    "the URL has an @ after its first slash", "give the user and password as parameters or by keys");
        }
        String text = parts.group("authority");
        Authority authority = text.contains("(") ? described(text) : Authority.parse(text);
        Authority known = authority.hosts().isEmpty() ? authority.at(List.of("localhost")) : authority;
        return url(dialect, prefix, known, database(path, writing).orElse(""), query(parts, writing));
    }

    /** Hosts in the long form of the MySQL drivers, {@code address=(host=a)(port=1)}, which are left as they are. */
    private static Authority described(String text) {
        if (ENTRY_IN_HOST.matcher(text).find() || text.contains("@")) {
            throw failure("the URL has a user or password inside a host", "give them as parameters or by keys");
        }
        return new Authority(Optional.empty(), Optional.empty(), List.of(text));
    }

    private static DatabaseUrl.Jdbc url(
            String dialect, String prefix, Authority authority, String database, Parameters parameters) {
        Writing writing = dialect.equals("mariadb") ? Writing.PLAIN : Writing.PERCENT;
        if (authority.hosts().isEmpty()) {
            throw failure("the URL names no host", "write " + dialect + "://user@host/database");
        }
        if (database.isEmpty()) {
            throw failure("the URL names no database", "write " + dialect + "://user@host/database");
        }
        String hosts = String.join(",", authority.hosts());
        String name = writing.encode(database, "name of the database");
        return new DatabaseUrl.Jdbc(
                dialect,
                prefix + hosts + "/" + name + parameters.open(dialect).query(writing),
                hosts + "/" + Percent.encode(database),
                database,
                parameters.find("user").or(authority::user),
                parameters.find("password").or(authority::password).map(Secret::new),
                parameters.secrets(dialect));
    }

    private static Optional<String> database(String path, Writing writing) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        if (name.contains("/")) {
            throw failure("the URL has more than one / after the host", "write a / in the name of a database as %2F");
        }
        return Optional.of(writing.decode(name, "name of the database")).filter(text -> !text.isEmpty());
    }

    private static Matcher parts(String rest) {
        Matcher parts = PARTS.matcher(rest);
        if (!parts.matches() || rest.chars().anyMatch(character -> character <= ' ')) {
            throw failure("the URL has a space or a control character", "write a space as %20");
        }
        return parts;
    }

    private static Parameters query(Matcher parts, Writing writing) {
        return Parameters.parse(Optional.ofNullable(parts.group("query")).orElse(""), writing);
    }

    private static List<String> hosts(Parameters parameters) {
        Optional<String> port = parameters.find("port");
        return parameters.find("host").stream()
                .flatMap(host ->
                        Authority.hosts(host + port.map(number -> ":" + number).orElse("")).stream())
                .toList();
    }
}
