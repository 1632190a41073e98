package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;
import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.texts;

import dev.decant.model.ObjectName;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.extension.Extension;
import dev.decant.model.namespace.Namespace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads namespaces, extensions and enums. */
final class PostgresqlObjectReader {
    /** Everyone has public, of which only another comment is news; what an extension brought goes with it (pg_depend.deptype e). */
    private static final String NAMESPACES = """
            SELECT n.nspname AS name, obj_description(n.oid, 'pg_namespace') AS comment
            FROM pg_namespace n
            WHERE n.oid = ANY (?)
              AND (n.nspname <> 'public' OR obj_description(n.oid, 'pg_namespace') <> 'standard public schema')
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
            """;

    /** A comment that came with the extension says nothing; a namespace of its own comes with it. */
    private static final String EXTENSIONS = """
            SELECT e.extname AS name, e.extversion AS version,
              CASE
                WHEN n.oid = ANY (?) AND n.nspname <> 'public' AND own.objid IS NULL THEN n.nspname
              END AS namespace,
              CASE
                WHEN obj_description(e.oid, 'pg_extension') IS DISTINCT FROM a.comment
                THEN obj_description(e.oid, 'pg_extension')
              END AS comment
            FROM pg_extension e
            JOIN pg_namespace n ON n.oid = e.extnamespace
            LEFT JOIN pg_available_extensions a ON a.name = e.extname
            LEFT JOIN pg_depend own
              ON own.classid = 'pg_namespace'::regclass AND own.objid = n.oid
              AND own.refclassid = 'pg_extension'::regclass AND own.deptype = 'e'
            WHERE e.extname <> 'plpgsql'
            """;

    private static final String ENUMS = """
            SELECT n.nspname AS namespace, t.typname AS name, obj_description(t.oid, 'pg_type') AS comment,
              ARRAY(
                SELECT l.enumlabel::text FROM pg_enum l WHERE l.enumtypid = t.oid ORDER BY l.enumsortorder) AS labels
            FROM pg_type t
            JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE t.typnamespace = ANY (?) AND t.typtype = 'e'
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
            """;

    private PostgresqlObjectReader() {}

    static List<Namespace> namespaces(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(
                NAMESPACES, row -> new Namespace(ObjectName.of(row.getString("name")), text(row, "comment")));
    }

    static List<Extension> extensions(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(
                EXTENSIONS, row -> extension(row, catalogue.scope().versions()));
    }

    private static Extension extension(ResultSet row, boolean versions) throws SQLException {
        return new Extension(
                ObjectName.of(row.getString("name")),
                Optional.ofNullable(row.getString("namespace")),
                versions ? Optional.of(row.getString("version")) : Optional.empty(),
                text(row, "comment"));
    }

    static List<EnumType> enums(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(ENUMS, PostgresqlObjectReader::enumType);
    }

    private static EnumType enumType(ResultSet row) throws SQLException {
        return new EnumType(
                ObjectName.of(row.getString("namespace"), row.getString("name")),
                texts(row, "labels"),
                text(row, "comment"));
    }
}
