package dev.decant.config;

import dev.decant.failure.DecantException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a database is and who enters it; shown to people only as {@link #display()}, which never holds a password.
 *
 * <p>Understood are JDBC URLs, {@code postgres:}, {@code postgresql:}, {@code mysql:} and {@code mariadb:} URLs,
 * {@code sqlite:file.db}, {@code sqlite::memory:}, and {@code embedded:postgresql}.
 */
public sealed interface DatabaseUrl {
    /** The id of the dialect, such as {@code postgresql}. */
    String dialect();

    /** The URL for people: the database and the user, no password and no parameters. */
    String display();

    /**
     * A database that a JDBC driver reaches.
     *
     * @param dialect {@code postgresql}, {@code mysql}, {@code mariadb} or {@code sqlite}
     * @param jdbcUrl what the driver is given, without user, password and any other secret
     * @param address the hosts and the database, or the file, as in {@code localhost:5432/odr}
     * @param database the name of the database; for SQLite the file as it was written
     * @param secrets further secret parameters, such as {@code sslpassword}, to be given to the driver as properties
     */
    record Jdbc(
            String dialect,
            String jdbcUrl,
            String address,
            String database,
            Optional<String> user,
            Optional<Secret> password,
            Map<String, Secret> secrets)
            implements DatabaseUrl {
        public Jdbc {
            if (!jdbcUrl.startsWith("jdbc:")) {
                throw new IllegalArgumentException("a JDBC URL starts with jdbc:");
            }
            user = user.filter(name -> !name.isEmpty());
            password = password.filter(secret -> !secret.reveal().isEmpty());
            secrets = Map.copyOf(secrets);
        }

        /** The same database, entered by this user with this password. */
        public Jdbc enteredBy(Optional<String> newUser, Optional<Secret> newPassword) {
            return new Jdbc(dialect, jdbcUrl, address, database, newUser, newPassword, secrets);
        }

        /** Whether both URLs name one database, as far as their texts tell; two names of one host are not noticed. */
        public boolean isSameDatabase(Jdbc other) {
            if (!dialect.equals(other.dialect)) {
                return false;
            }
            return dialect.equals("sqlite")
                    ? jdbcUrl.equals(other.jdbcUrl)
                    : plainAddress().equals(other.plainAddress());
        }

        private String plainAddress() {
            int slash = address.indexOf('/');
            String hosts = address.substring(0, slash).toLowerCase(Locale.ROOT);
            return hosts.replaceAll(":(5432|3306)(?=,|$)", "") + address.substring(slash);
        }

        /** What {@code java.sql.Driver.connect} is given beside the URL: user, password and secrets, in the clear. */
        public Map<String, String> properties() {
            Map<String, String> properties = new TreeMap<>();
            secrets.forEach((name, secret) -> properties.put(name, secret.reveal()));
            user.ifPresent(name -> properties.put("user", name));
            password.ifPresent(secret -> properties.put("password", secret.reveal()));
            return properties;
        }

        @Override
        public String display() {
            if (dialect.equals("sqlite")) {
                return "sqlite:" + address;
            }
            return dialect + "://"
                    + user.map(name -> Percent.encode(name) + "@").orElse("") + address;
        }

        @Override
        public String toString() {
            return display();
        }
    }

    /**
     * A server that Decant starts by itself.
     *
     * @param dialect the id of the dialect, always {@code postgresql} so far
     * @param version the wanted version, such as {@code 15} or {@code 17.4}
     * @param database the wanted name of the database
     */
    record Embedded(String dialect, Optional<String> version, Optional<String> database) implements DatabaseUrl {
        @Override
        public String display() {
            return "embedded:" + dialect
                    + database.map(name -> "/" + Percent.encode(name)).orElse("")
                    + version.map(number -> "?version=" + number).orElse("");
        }

        @Override
        public String toString() {
            return display();
        }
    }

    /**
     * The database that a URL means.
     *
     * @param base what a relative path to an SQLite file is relative to
     * @throws DecantException DCT-110 for a URL that is wrong, DCT-111 for one of an unknown kind of database; neither
     *     repeats the URL, and neither knows where it was written
     */
    static DatabaseUrl parse(String url, Path base) {
        return UrlReader.read(url.strip(), base);
    }
}
