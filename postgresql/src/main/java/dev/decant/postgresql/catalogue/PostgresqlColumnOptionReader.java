package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.parameters;

import dev.decant.postgresql.table.PostgresqlColumnOptions;
import dev.decant.postgresql.table.PostgresqlForeign;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a column has besides its type and its fill, as far as it is not what it would be anyway. */
final class PostgresqlColumnOptionReader {
    /** Since PostgreSQL 18 a NOT NULL has a name; one like this is the server's own choice, for this table or one that it came from. */
    private static final Pattern USUAL_NOT_NULL = Pattern.compile(".*_not_null[0-9]*");

    /**
     * The NOT NULL of each column. What a table has from several parents is called after one of them, as history has it: no dump tells,
     * nor does any tell of what others have from there.
     */
    private static final String NOT_NULLS = """
            LEFT JOIN pg_constraint z ON z.conrelid = a.attrelid AND z.contype = 'n' AND z.conkey = ARRAY[a.attnum]
            LEFT JOIN (
              WITH RECURSIVE shared (conrelid, attname) AS (
                SELECT k.conrelid, ka.attname FROM pg_constraint k
                JOIN pg_attribute ka ON ka.attrelid = k.conrelid AND ka.attnum = k.conkey[1]
                WHERE k.contype = 'n' AND k.coninhcount > 0 AND NOT k.conislocal AND ka.attinhcount > 1
                UNION
                SELECT k.conrelid, ka.attname FROM shared
                JOIN pg_inherits i ON i.inhparent = shared.conrelid
                JOIN pg_attribute ka ON ka.attrelid = i.inhrelid AND ka.attname = shared.attname
                JOIN pg_constraint k ON k.conrelid = i.inhrelid AND k.conkey = ARRAY[ka.attnum] AND k.contype = 'n'
                WHERE NOT k.conislocal)
              SELECT conrelid, attname FROM shared) s ON s.conrelid = a.attrelid AND s.attname = a.attname""";

    private PostgresqlColumnOptionReader() {}

    /** The columns of the query over pg_attribute a and its pg_type t. */
    static String columns(int version) {
        return """
              CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage, a.attcompression,
              nullif(a.attstattarget, -1) AS statistics, a.attoptions, a.attfdwoptions,
            """
                + (version >= 18
                        ? "CASE WHEN s.conrelid IS NULL THEN z.conname ELSE '' END AS not_null, z.connoinherit AS not_null_no_inherit, NOT z.convalidated AS not_null_not_valid"
                        : "NULL AS not_null, false AS not_null_no_inherit, false AS not_null_not_valid");
    }

    /** What the query joins for them. */
    static String joins(int version) {
        return version >= 18 ? NOT_NULLS : "";
    }

    /** The options by the keys of {@link PostgresqlColumnOptions}. */
    static Map<String, String> options(ResultSet row) throws SQLException {
        Map<String, String> options = new LinkedHashMap<>(parameters(row, "attoptions"));
        parameters(row, "attfdwoptions").forEach((name, value) -> options.put(PostgresqlForeign.OPTION + name, value));
        put(options, PostgresqlColumnOptions.STORAGE, storage(row.getString("storage")));
        put(options, PostgresqlColumnOptions.COMPRESSION, compression(row.getString("attcompression")));
        String statistics = row.getString("statistics");
        put(options, PostgresqlColumnOptions.STATISTICS, statistics == null ? "" : statistics);
        String notNull = row.getString("not_null");
        if (notNull != null) {
            put(
                    options,
                    PostgresqlColumnOptions.NOT_NULL,
                    USUAL_NOT_NULL.matcher(notNull).matches() ? "" : notNull);
            put(options, PostgresqlColumnOptions.NO_INHERIT, row.getBoolean("not_null_no_inherit") ? "true" : "");
            put(options, PostgresqlColumnOptions.NOT_VALID, row.getBoolean("not_null_not_valid") ? "true" : "");
        }
        return options;
    }

    private static void put(Map<String, String> options, String key, String value) {
        if (!value.isEmpty()) {
            options.put(key, value);
        }
    }

    private static String storage(@Nullable String letter) {
        return letter == null
                ? ""
                : switch (letter) {
                    case "p" -> "plain";
                    case "e" -> "external";
                    case "m" -> "main";
                    default -> "extended";
                };
    }

    private static String compression(String letter) {
        return switch (letter) {
            case "p" -> "pglz";
            case "l" -> "lz4";
            default -> "";
        };
    }
}
