package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;
import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.texts;

import dev.decant.model.Expression;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.raw.RawObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads objects as the SQL that makes them. Each query gives the catalogue and oid of an object, its kind, namespace and name, what tells it
 * from others, the statements that make it, and what it needs, each as kind, namespace, name and signature with tabs between.
 */
public final class PostgresqlRawReader {
    private static final String FRAME = """
            WITH looked_at AS (
              SELECT n.oid, n.nspname FROM pg_namespace n WHERE n.oid = ANY (?)
            ), members AS (
            %s), found (class, id, kind, namespace, name, signature, definition, needs) AS (
            %s)
            SELECT f.*, obj_description(f.id, f.class::regclass::text::name) AS comment
            FROM found f
            WHERE NOT EXISTS (
              SELECT FROM pg_depend d WHERE d.classid = f.class AND d.objid = f.id AND d.deptype = 'e')
            """;

    private PostgresqlRawReader() {}

    static List<RawObject> read(PostgresqlCatalogue catalogue) throws SQLException {
        boolean whole = catalogue.scope().namespaces().isEmpty();
        List<String> queries = new ArrayList<>(PostgresqlOperatorQueries.all(whole));
        queries.addAll(PostgresqlTextSearchQueries.all());
        queries.addAll(PostgresqlDatabaseQueries.all(catalogue.version(), whole, whole && catalogue.isSuperuser()));
        String query = FRAME.formatted(PostgresqlOperatorQueries.MEMBERS, String.join("UNION ALL\n", queries));
        return catalogue.read(query, PostgresqlRawReader::object);
    }

    private static RawObject object(ResultSet row) throws SQLException {
        return new RawObject(
                RawObject.kindOf(row.getString("kind")),
                ObjectName.of(row.getString("namespace"), row.getString("name")),
                Optional.ofNullable(row.getString("signature")).map(Expression::new),
                texts(row, "definition").stream().map(Expression::new).toList(),
                texts(row, "needs").stream().map(PostgresqlRawReader::need).toList(),
                text(row, "comment"));
    }

    private static ObjectKey need(String text) {
        String[] parts = text.split("\t", -1);
        return new ObjectKey(
                RawObject.kindOf(parts[0]), ObjectName.of(parts[1], parts[2]), parts.length > 3 ? parts[3] : "");
    }
}
