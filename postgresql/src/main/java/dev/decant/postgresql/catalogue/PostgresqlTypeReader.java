package dev.decant.postgresql.catalogue;

import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlExtensionNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads types: which columns of a query tell one, and what they tell. */
final class PostgresqlTypeReader {
    private static final Pattern ARGUMENTS = Pattern.compile(".*\\(([^()]*)\\)");

    private static final String SELECTED = """
              CASE WHEN te.oid IS NULL THEN 0 ELSE 1 END AS dimensions,
              format_type(tv.oid, %s) AS type, tv.typname AS type_name, tn.nspname AS type_namespace,
              tn.nspname <> 'pg_catalog' AND EXISTS (
                SELECT FROM pg_depend td
                WHERE td.classid = 'pg_type'::regclass AND td.objid = tv.oid AND td.deptype = 'e') AS of_extension
            """;

    private static final String JOINED = """
            JOIN pg_type tt ON tt.oid = %s
            LEFT JOIN pg_type te ON te.oid = tt.typelem AND te.typarray = tt.oid
            JOIN pg_type tv ON tv.oid = coalesce(te.oid, tt.oid)
            JOIN pg_namespace tn ON tn.oid = tv.typnamespace
            """;

    private PostgresqlTypeReader() {}

    /**
     * The columns that tell the type, which is that of one element for an array.
     *
     * @param modifier what yields its modifier
     */
    static String selected(String modifier) {
        return SELECTED.formatted(modifier);
    }

    /**
     * The joins that lead to it.
     *
     * @param oid what yields its oid
     */
    static String joined(String oid) {
        return JOINED.formatted(oid);
    }

    /** The types of many rows, most of which have that of another. */
    static final class Known {
        private final Map<Key, DataType> types = new HashMap<>();

        private record Key(String namespace, String name, String text, int dimensions) {}

        /** The type of that row. */
        DataType of(ResultSet row) throws SQLException {
            Key key = new Key(
                    row.getString("type_namespace"),
                    row.getString("type_name"),
                    row.getString("type"),
                    row.getInt("dimensions"));
            DataType known = types.get(key);
            if (known == null) {
                known = type(row);
                types.put(key, known);
            }
            return known;
        }
    }

    /** The type of that row. */
    static DataType type(ResultSet row) throws SQLException {
        String name = row.getString("type_name");
        DataType type = switch (row.getString("type_namespace")) {
            // Its name is that of another type, but for the quotes.
            case "pg_catalog" -> name.equals("char") ? DataType.of("\"char\"") : DataType.parse(row.getString("type"));
            default ->
                row.getBoolean("of_extension")
                        ? new DataType(
                                PostgresqlExtensionNames.type(row.getString("type_namespace"), name),
                                arguments(row.getString("type")),
                                0)
                        : DataType.declared(ObjectName.of(row.getString("type_namespace"), name));
        };
        return type.withDimensions(row.getInt("dimensions"));
    }

    /** The collation of the columns {@code collation} and {@code collation_namespace}, if there is one. */
    static Optional<ObjectName> collation(ResultSet row) throws SQLException {
        return named(row, "collation", "collation_namespace");
    }

    /** What these columns name, if anything; what the system brings is in no namespace. */
    static Optional<ObjectName> named(ResultSet row, String column, String namespace) throws SQLException {
        String name = row.getString(column);
        if (name == null) {
            return Optional.empty();
        }
        String found = row.getString(namespace);
        return Optional.of(ObjectName.of("pg_catalog".equals(found) ? "" : found, name));
    }

    private static List<String> arguments(String type) {
        Matcher matcher = ARGUMENTS.matcher(type);
        return matcher.matches() ? List.of(matcher.group(1).split(",", -1)) : List.of();
    }
}
