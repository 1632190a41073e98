package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;
import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.texts;

import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.statistics.Statistics;
import dev.decant.model.statistics.StatisticsKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads extended statistics. */
final class PostgresqlStatisticsReader {
    /** A target of -1, or none since PostgreSQL 17, is the usual one. */
    private static final String STATISTICS = """
            SELECT n.nspname AS namespace, s.stxname AS name, cn.nspname AS table_namespace, c.relname AS table_name,
              s.stxkind::text[] AS kinds, nullif(s.stxstattarget, -1) AS target,
              ARRAY(
                SELECT a.attname::text
                FROM unnest(s.stxkeys::smallint[]) u(attnum)
                JOIN pg_attribute a ON a.attrelid = s.stxrelid AND a.attnum = u.attnum) AS columns,
              pg_get_statisticsobjdef_expressions(s.oid) AS expressions,
              obj_description(s.oid, 'pg_statistic_ext') AS comment
            FROM pg_statistic_ext s
            JOIN pg_namespace n ON n.oid = s.stxnamespace
            JOIN pg_class c ON c.oid = s.stxrelid
            JOIN pg_namespace cn ON cn.oid = c.relnamespace
            WHERE s.stxnamespace = ANY (?)
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_statistic_ext'::regclass AND d.objid = s.oid AND d.deptype = 'e')
            """;

    /** The letters of pg_statistic_ext.stxkind; that of expressions says nothing. */
    private static final Map<String, StatisticsKind> KINDS =
            Map.of("d", StatisticsKind.NDISTINCT, "f", StatisticsKind.DEPENDENCIES, "m", StatisticsKind.MCV);

    private PostgresqlStatisticsReader() {}

    static List<Statistics> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(STATISTICS, PostgresqlStatisticsReader::statistics);
    }

    private static Statistics statistics(ResultSet row) throws SQLException {
        long target = row.getLong("target");
        OptionalLong kept = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(target);
        return new Statistics(
                ObjectName.of(row.getString("namespace"), row.getString("name")),
                ObjectName.of(row.getString("table_namespace"), row.getString("table_name")),
                texts(row, "kinds").stream()
                        .filter(KINDS::containsKey)
                        .map(KINDS::get)
                        .toList(),
                texts(row, "columns"),
                texts(row, "expressions").stream().map(Expression::new).toList(),
                kept,
                text(row, "comment"));
    }
}
