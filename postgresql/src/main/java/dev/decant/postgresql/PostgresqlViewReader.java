package dev.decant.postgresql;

import static dev.decant.postgresql.PostgresqlCatalogue.parameters;
import static dev.decant.postgresql.PostgresqlCatalogue.text;

import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.view.View;
import dev.decant.model.view.ViewColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads views with their columns. */
final class PostgresqlViewReader {
    private static final String VIEWS = """
            SELECT c.oid, n.nspname AS namespace, c.relname AS name, pg_get_viewdef(c.oid) AS query, c.reloptions AS options,
              obj_description(c.oid, 'pg_class') AS comment
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relnamespace = ANY (?) AND c.relkind = 'v'
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """;

    private static final String COLUMNS = """
            SELECT a.attrelid, a.attname AS name, pg_get_expr(f.adbin, f.adrelid) AS fill,
              col_description(a.attrelid, a.attnum) AS comment,
            %s
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            %s
            LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
            WHERE c.relnamespace = ANY (?) AND c.relkind IN ('v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum
            """.formatted(
            PostgresqlTypeReader.selected("a.atttypmod", "a.attndims"), PostgresqlTypeReader.joined("a.atttypid"));

    private final Map<Long, List<ViewColumn>> columns;

    private PostgresqlViewReader(Map<Long, List<ViewColumn>> columns) {
        this.columns = columns;
    }

    static PostgresqlViewReader read(PostgresqlCatalogue catalogue) throws SQLException {
        Map<Long, List<ViewColumn>> columns = new HashMap<>();
        catalogue.read(
                COLUMNS,
                row -> columns.computeIfAbsent(row.getLong("attrelid"), id -> new ArrayList<>())
                        .add(column(row)));
        return new PostgresqlViewReader(columns);
    }

    private static ViewColumn column(ResultSet row) throws SQLException {
        return new ViewColumn(
                row.getString("name"),
                Optional.of(PostgresqlTypeReader.type(row)),
                Optional.ofNullable(row.getString("fill")).map(Expression::new),
                Map.of(),
                text(row, "comment"));
    }

    List<View> views(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(VIEWS, this::view);
    }

    private View view(ResultSet row) throws SQLException {
        return new View(
                ObjectName.of(row.getString("namespace"), row.getString("name")),
                columns.getOrDefault(row.getLong("oid"), List.of()),
                new Expression(row.getString("query")),
                parameters(row, "options"),
                text(row, "comment"));
    }
}
