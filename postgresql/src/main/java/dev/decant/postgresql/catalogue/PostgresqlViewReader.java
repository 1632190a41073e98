package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.parameters;
import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;

import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.view.MaterializedView;
import dev.decant.model.view.View;
import dev.decant.model.view.ViewColumn;
import dev.decant.postgresql.view.PostgresqlMaterializedOptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads views and materialized views with their columns. */
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

    private static final String MATERIALIZED = """
            SELECT c.oid, n.nspname AS namespace, c.relname AS name, pg_get_viewdef(c.oid) AS query, c.relispopulated,
              c.reloptions AS options, t.reloptions AS toast_options, m.amname AS access_method, s.spcname AS tablespace,
              obj_description(c.oid, 'pg_class') AS comment
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
            LEFT JOIN pg_am m ON m.oid = c.relam
            LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
            WHERE c.relnamespace = ANY (?) AND c.relkind = 'm'
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """;

    private static final String COLUMNS =
            """
            SELECT a.attrelid, a.attname AS name, pg_get_expr(f.adbin, f.adrelid) AS fill,
              nullif(a.attstattarget, -1) AS statistics, a.attoptions, nullif(a.attcompression::text, '') AS compression,
              CASE WHEN a.attstorage <> tt.typstorage THEN a.attstorage::text END AS storage,
              col_description(a.attrelid, a.attnum) AS comment,
            %s
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            %s
            LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
            WHERE c.relnamespace = ANY (?) AND c.relkind IN ('v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum
            """.formatted(PostgresqlTypeReader.selected("a.atttypmod"), PostgresqlTypeReader.joined("a.atttypid"));

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
                columnOptions(row),
                text(row, "comment"));
    }

    private static Map<String, String> columnOptions(ResultSet row) throws SQLException {
        Map<String, String> options = new LinkedHashMap<>(parameters(row, "attoptions"));
        put(options, PostgresqlMaterializedOptions.STATISTICS, text(row, "statistics"));
        put(
                options,
                PostgresqlMaterializedOptions.STORAGE,
                switch (text(row, "storage")) {
                    case "p" -> "plain";
                    case "e" -> "external";
                    case "m" -> "main";
                    case "x" -> "extended";
                    default -> "";
                });
        put(
                options,
                PostgresqlMaterializedOptions.COMPRESSION,
                switch (text(row, "compression")) {
                    case "p" -> "pglz";
                    case "l" -> "lz4";
                    default -> "";
                });
        return options;
    }

    private static void put(Map<String, String> options, String key, String value) {
        if (!value.isEmpty()) {
            options.put(key, value);
        }
    }

    /**
     * The materialized views.
     *
     * @param indexes the indexes of everything by its oid
     */
    List<MaterializedView> materialized(PostgresqlCatalogue catalogue, Map<Long, List<Index>> indexes)
            throws SQLException {
        return catalogue.read(MATERIALIZED, row -> materialized(row, indexes));
    }

    private MaterializedView materialized(ResultSet row, Map<Long, List<Index>> indexes) throws SQLException {
        Map<String, String> options = new LinkedHashMap<>(parameters(row, "options"));
        parameters(row, "toast_options").forEach((name, value) -> options.put("toast." + name, value));
        put(options, PostgresqlMaterializedOptions.ACCESS_METHOD, text(row, "access_method"));
        put(options, PostgresqlMaterializedOptions.TABLESPACE, text(row, "tablespace"));
        return new MaterializedView(
                ObjectName.of(row.getString("namespace"), row.getString("name")),
                columns.getOrDefault(row.getLong("oid"), List.of()),
                new Expression(row.getString("query")),
                row.getBoolean("relispopulated"),
                indexes.getOrDefault(row.getLong("oid"), List.of()),
                options,
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
