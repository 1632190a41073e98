package dev.decant.postgresql.catalogue;

import dev.decant.model.DataType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Types as queries give them: in the notation of {@link DataType}, one of an extension without its namespace. */
final class PostgresqlTypeText {
    private PostgresqlTypeText() {}

    /**
     * The query {@code typed}, for a WITH clause, that gives those of some types that an extension brought, without length and precision.
     *
     * @param oids a query of oids
     */
    static String typed(String oids) {
        return """
                typed AS (
                  SELECT t.oid, quote_ident(v.typname) || CASE WHEN v.oid = t.oid THEN '' ELSE '[]' END AS type
                  FROM pg_type t
                  LEFT JOIN pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
                  JOIN pg_type v ON v.oid = coalesce(e.oid, t.oid)
                  JOIN pg_depend x
                    ON x.classid = 'pg_type'::regclass AND x.objid = v.oid AND x.objsubid = 0 AND x.deptype = 'e'
                  WHERE t.oid IN (%s))
                """.formatted(oids);
    }

    /** SQL that gives the type of an oid, beside {@link #typed}. */
    static String of(String oid) {
        return "CASE WHEN %1$s <> 0 THEN coalesce((SELECT y.type FROM typed y WHERE y.oid = %1$s), format_type(%1$s, NULL)) END"
                .formatted(oid);
    }

    /** SQL that gives an array of the types of an array of oids, beside {@link #typed}. */
    static String ofAll(String oids) {
        return "ARRAY(SELECT %s FROM unnest(%s) WITH ORDINALITY o(oid, place) ORDER BY o.place)"
                .formatted(of("o.oid"), oids);
    }

    static DataType read(ResultSet row, String column) throws SQLException {
        return DataType.parse(row.getString(column));
    }

    static List<DataType> readAll(ResultSet row, String column) throws SQLException {
        return PostgresqlCatalogue.texts(row, column).stream()
                .map(DataType::parse)
                .toList();
    }
}
