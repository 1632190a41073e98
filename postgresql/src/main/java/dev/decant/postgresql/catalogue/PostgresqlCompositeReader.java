package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;

import dev.decant.model.ObjectName;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.compositetype.CompositeType.Attribute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads composite types that stand by themselves, not those of tables. */
final class PostgresqlCompositeReader {
    /** One row an attribute; one without an attribute for a type that has none. */
    private static final String COMPOSITES =
            """
            SELECT n.nspname AS namespace, c.relname AS name, obj_description(c.reltype, 'pg_type') AS comment,
              a.attname AS attribute, col_description(c.oid, a.attnum) AS attribute_comment,
              CASE WHEN a.attcollation <> tt.typcollation THEN l.collname END AS collation, ln.nspname AS collation_namespace,
            %s
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN (pg_attribute a
            %s
            ) ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_collation l ON l.oid = a.attcollation
            LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
            WHERE c.relnamespace = ANY (?) AND c.relkind = 'c'
              AND NOT EXISTS (
                SELECT FROM pg_depend e
                WHERE e.classid = 'pg_type'::regclass AND e.objid = c.reltype AND e.deptype = 'e')
            ORDER BY c.oid, a.attnum
            """.formatted(PostgresqlTypeReader.selected("a.atttypmod"), PostgresqlTypeReader.joined("a.atttypid"));

    private final Map<ObjectName, List<Attribute>> attributes = new LinkedHashMap<>();
    private final Map<ObjectName, String> comments = new LinkedHashMap<>();

    private PostgresqlCompositeReader() {}

    static List<CompositeType> read(PostgresqlCatalogue catalogue) throws SQLException {
        PostgresqlCompositeReader reader = new PostgresqlCompositeReader();
        catalogue.read(COMPOSITES, reader::take);
        return reader.attributes.entrySet().stream()
                .map(entry -> new CompositeType(
                        entry.getKey(), entry.getValue(), reader.comments.getOrDefault(entry.getKey(), "")))
                .toList();
    }

    private ObjectName take(ResultSet row) throws SQLException {
        ObjectName type = ObjectName.of(row.getString("namespace"), row.getString("name"));
        comments.put(type, text(row, "comment"));
        List<Attribute> own = attributes.computeIfAbsent(type, name -> new ArrayList<>());
        String attribute = row.getString("attribute");
        if (attribute != null) {
            own.add(new Attribute(
                    attribute,
                    PostgresqlTypeReader.type(row),
                    PostgresqlTypeReader.collation(row),
                    text(row, "attribute_comment")));
        }
        return type;
    }
}
