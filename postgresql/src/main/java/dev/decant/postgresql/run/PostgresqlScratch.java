package dev.decant.postgresql.run;

import dev.decant.database.Scratch;
import dev.decant.model.ownership.Ownership;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Sql;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scratch database. Its name says when it was made, so that the next call finds those which a killed one left behind: they are old and
 * nobody is in them.
 */
public final class PostgresqlScratch implements Scratch {
    /** What belongs to the whole cluster, reaches out of its database when it is made, or is given to roles that may do less in another. */
    public static final Set<String> SHARED_KINDS = Set.of("subscription", "tablespace", Ownership.KIND.id());

    private static final String PREFIX = "decant_scratch_";
    private static final Duration OLD = Duration.ofMinutes(2);
    private static final Pattern DATABASE_IN_URL = Pattern.compile("(jdbc:postgresql:(?://[^/?]*)?)/?([^?]*)(\\?.*)?");

    /** Nothing of it has to survive a crash, and the order of what is made in it is Decant's own concern. */
    private static final String SETTINGS =
            "SET synchronous_commit = off; SET check_function_bodies = off; SET client_min_messages = warning";

    private static final String MAY_CREATE =
            "SELECT rolcreatedb OR rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user";

    private static final String LEFT_BEHIND = """
            SELECT d.datname
            FROM pg_catalog.pg_database d
            WHERE substring(d.datname FROM '^decant_scratch_([0-9]{1,15})_[0-9a-f]{8}$')::bigint < %d
              AND pg_catalog.pg_has_role(current_user, d.datdba, 'MEMBER')
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.datname = d.datname)
            """;

    private final Connection owner;
    private final Connection connection;
    private final String name;

    private PostgresqlScratch(Connection owner, Connection connection, String name) {
        this.owner = owner;
        this.connection = connection;
        this.name = name;
    }

    /** One beside the database of a URL; nothing when the user may not make one, or cannot enter it. */
    public static Optional<Scratch> beside(String jdbcUrl, Properties properties) throws SQLException {
        Connection owner = PostgresqlSession.open(jdbcUrl, properties);
        try {
            if (ask(owner, MAY_CREATE).equals(List.of("t"))) {
                removeLeftBehind(owner);
                return make(owner, jdbcUrl, properties);
            }
            owner.close();
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            owner.close();
            throw e;
        }
    }

    private static Optional<Scratch> make(Connection owner, String jdbcUrl, Properties properties) throws SQLException {
        String name = PREFIX + Instant.now().getEpochSecond() + "_"
                + String.format(Locale.ROOT, "%08x", ThreadLocalRandom.current().nextInt());
        execute(owner, "CREATE DATABASE " + name + " TEMPLATE template0 " + locale(owner));
        try {
            Connection connection = PostgresqlSession.open(url(jdbcUrl, name), properties);
            execute(connection, SETTINGS);
            return Optional.of(new PostgresqlScratch(owner, connection, name));
        } catch (SQLException unreachable) {
            // A pooler may know only the databases that it was told of.
            drop(owner, name);
            owner.close();
            return Optional.empty();
        }
    }

    /** The same URL with another database. */
    static String url(String jdbcUrl, String database) {
        Matcher matcher = DATABASE_IN_URL.matcher(jdbcUrl);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no URL of PostgreSQL");
        }
        String parameters = matcher.group(3) == null ? "" : matcher.group(3);
        return matcher.group(1)
                + (matcher.group(1).endsWith(":") ? "" : "/")
                + URLEncoder.encode(database, StandardCharsets.UTF_8)
                + parameters;
    }

    /** The encoding and locale of the current database, in the words of its version: the manual's page of CREATE DATABASE. */
    private static String locale(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        String icu = version >= 17 ? "datlocale" : version >= 15 ? "daticulocale" : "NULL";
        String provider = version >= 15 ? "datlocprovider" : "'c'";
        List<String> row = ask(
                connection,
                "SELECT pg_catalog.pg_encoding_to_char(encoding), datcollate, datctype, " + provider + ", coalesce("
                        + icu + ", '') FROM pg_catalog.pg_database WHERE datname = current_database()");
        Sql sql = new Sql(PostgresqlText.SYNTAX)
                .words("ENCODING")
                .literal(row.get(0))
                .words("LC_COLLATE")
                .literal(row.get(1))
                .words("LC_CTYPE")
                .literal(row.get(2));
        switch (row.get(3)) {
            case "i" -> sql.words("LOCALE_PROVIDER icu ICU_LOCALE").literal(row.get(4));
            case "b" -> sql.words("LOCALE_PROVIDER builtin BUILTIN_LOCALE").literal(row.get(4));
            default -> sql.when(version >= 15, "LOCALE_PROVIDER libc");
        }
        return sql.toString();
    }

    private static void removeLeftBehind(Connection owner) throws SQLException {
        long before = Instant.now().minus(OLD).getEpochSecond();
        for (String name : ask(owner, LEFT_BEHIND.formatted(before))) {
            drop(owner, name);
        }
    }

    private static void drop(Connection owner, String name) {
        try {
            execute(owner, "DROP DATABASE IF EXISTS " + name);
        } catch (SQLException inUse) {
            // The next call finds it again.
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
            drop(owner, name);
            owner.close();
        } catch (SQLException broken) {
            // The sessions are gone, and the next call removes the database.
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All values of all rows, as text. */
    private static List<String> ask(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getString(i));
                }
            }
        }
        return values;
    }
}
