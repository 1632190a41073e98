package dev.decant.postgresql.catalogue;

import dev.decant.database.Scope;
import dev.decant.postgresql.sql.PostgresqlOwn;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogues of one database, as far as they tell of the namespaces that are looked at. */
public final class PostgresqlCatalogue {
    private static final String NAMESPACES = """
            SELECT oid, nspname
            FROM pg_catalog.pg_namespace
            WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', ?) AND nspname !~ '^decant_graveyard'
            """;

    private final Connection connection;
    private final int version;
    private final Scope scope;
    private final Long[] namespaces;

    /** Makes something of one row of a query. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private PostgresqlCatalogue(Connection connection, int version, Scope scope, Long[] namespaces) {
        this.connection = connection;
        this.scope = scope;
        this.version = version;
        this.namespaces = namespaces;
    }

    static PostgresqlCatalogue of(Connection connection, Scope scope) throws SQLException {
        List<Long> namespaces = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(NAMESPACES)) {
            statement.setString(1, PostgresqlOwn.NAMESPACE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (scope.includes(rows.getString(2))) {
                        namespaces.add(rows.getLong(1));
                    }
                }
            }
        }
        int version = connection.getMetaData().getDatabaseMajorVersion();
        return new PostgresqlCatalogue(connection, version, scope, namespaces.toArray(Long[]::new));
    }

    /** What of the database is looked at. */
    Scope scope() {
        return scope;
    }

    /** The server's major version. */
    int version() {
        return version;
    }

    /** Whether who looks is a superuser. */
    boolean isSuperuser() throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT pg_catalog.current_setting('is_superuser')::boolean");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /**
     * All rows of a query.
     *
     * @param query with one parameter, the array of the oids of the namespaces
     */
    <T> List<T> read(String query, RowReader<T> reader) throws SQLException {
        Array parameter = connection.createArrayOf("oid", namespaces);
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, parameter);
            statement.setFetchSize(0);
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
            }
            return all;
        } finally {
            parameter.free();
        }
    }

    /** The texts of an array; none for null. */
    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return List.of();
        }
        return Arrays.asList((String[]) array.getArray());
    }

    /** Storage parameters, each as {@code name=value}. */
    static Map<String, String> parameters(ResultSet row, String column) throws SQLException {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : texts(row, column)) {
            int equals = parameter.indexOf('=');
            parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return parameters;
    }

    /** The text, or an empty one for null. */
    public static String text(ResultSet row, String column) throws SQLException {
        return orEmpty(row.getString(column));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
