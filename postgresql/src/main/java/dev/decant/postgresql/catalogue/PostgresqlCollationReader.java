package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;

import dev.decant.model.ObjectName;
import dev.decant.model.collation.Collation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads collations. Their versions are those of the provider's library and part of no schema. */
final class PostgresqlCollationReader {
    private static final String COLLATIONS = """
            SELECT n.nspname AS namespace, c.collname AS name, c.collprovider AS provider, %s AS locale, c.collctype AS ctype,
              c.collisdeterministic, %s AS rules, obj_description(c.oid, 'pg_collation') AS comment
            FROM pg_collation c
            JOIN pg_namespace n ON n.oid = c.collnamespace
            WHERE c.collnamespace = ANY (?)
              AND NOT EXISTS (
                SELECT FROM pg_depend e
                WHERE e.classid = 'pg_collation'::regclass AND e.objid = c.oid AND e.deptype = 'e')
            """;

    private PostgresqlCollationReader() {}

    static List<Collation> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(query(catalogue.version()), PostgresqlCollationReader::collation);
    }

    /** Where the locale of a provider other than libc stands, by the pages of pg_collation in the manuals. */
    private static String query(int version) {
        String locale = version >= 17
                ? "coalesce(c.colllocale, c.collcollate)"
                : version >= 15 ? "coalesce(c.colliculocale, c.collcollate)" : "c.collcollate";
        return COLLATIONS.formatted(locale, version >= 16 ? "c.collicurules" : "NULL");
    }

    private static Collation collation(ResultSet row) throws SQLException {
        return new Collation(
                ObjectName.of(row.getString("namespace"), row.getString("name")),
                provider(row.getString("provider")),
                row.getString("locale"),
                text(row, "ctype"),
                row.getBoolean("collisdeterministic"),
                text(row, "rules"),
                text(row, "comment"));
    }

    private static String provider(String letter) {
        return switch (letter) {
            case "i" -> "icu";
            case "b" -> "builtin";
            case "d" -> "default";
            default -> "libc";
        };
    }
}
