package dev.decant.postgresql;

import dev.decant.model.DataType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Types as queries give them: in the notation of {@link DataType}, one of an extension without its namespace. */
final class PostgresqlTypeText {
    private PostgresqlTypeText() {}

    /** SQL that gives the type of an oid, without length and precision. */
    static String of(String oid) {
        return """
                (SELECT
                  CASE WHEN x.objid IS NULL THEN format_type(t.oid, NULL)
                  ELSE quote_ident(v.typname) || CASE WHEN v.oid = t.oid THEN '' ELSE '[]' END END
                FROM pg_type t
                LEFT JOIN pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
                JOIN pg_type v ON v.oid = coalesce(e.oid, t.oid)
                LEFT JOIN pg_depend x
                  ON x.classid = 'pg_type'::regclass AND x.objid = v.oid AND x.objsubid = 0 AND x.deptype = 'e'
                WHERE t.oid = %s)""".formatted(oid);
    }

    /** SQL that gives an array of the types of an array of oids. */
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
