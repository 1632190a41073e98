package dev.decant.postgresql;

import static dev.decant.postgresql.PostgresqlCatalogue.text;
import static dev.decant.postgresql.PostgresqlCatalogue.texts;
import static dev.decant.postgresql.PostgresqlText.name;
import static dev.decant.postgresql.PostgresqlText.sql;
import static dev.decant.postgresql.PostgresqlText.statement;

import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.statistics.Statistics;
import dev.decant.model.statistics.StatisticsKind;
import dev.decant.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Extended statistics. */
final class PostgresqlStatistics implements ObjectSupport<Statistics> {
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

    static List<Statistics> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(STATISTICS, PostgresqlStatistics::statistics);
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

    @Override
    public ObjectKind<Statistics> kind() {
        return Statistics.KIND;
    }

    @Override
    public Statistics canonical(Statistics statistics) {
        boolean all = statistics.kinds().size() == StatisticsKind.values().length;
        return statistics
                .withKinds(all ? List.of() : statistics.kinds())
                .withExpressions(statistics.expressions().stream()
                        .map(PostgresqlExpressions::canonical)
                        .toList());
    }

    @Override
    public List<Statement> create(Statistics statistics, SchemaView before) {
        Sql sql = sql("CREATE STATISTICS").text(name(statistics.name()));
        sql.when(
                !statistics.kinds().isEmpty(),
                kinds -> kinds.list(
                        statistics.kinds().stream()
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                .toList(),
                        Sql::words));
        sql.newLine().words("ON").commas(subjects(statistics), Sql::text);
        sql.newLine().words("FROM").text(name(statistics.table()));
        List<Statement> statements = new ArrayList<>();
        statements.add(statement(sql).explained(PostgresqlLocks.gentle(statistics.table())));
        if (statistics.target().isPresent()) {
            statements.add(target(statistics));
        }
        return statements;
    }

    private static List<String> subjects(Statistics statistics) {
        List<String> subjects = new ArrayList<>();
        statistics.columns().forEach(column -> subjects.add(name(column)));
        statistics.expressions().forEach(expression -> subjects.add("(" + expression.sql() + ")"));
        return subjects;
    }

    private static Statement target(Statistics statistics) {
        return statement(sql("ALTER STATISTICS")
                        .text(name(statistics.name()))
                        .words("SET STATISTICS")
                        .literal(statistics.target().orElse(-1)))
                .explained(PostgresqlLocks.CATALOGUE);
    }

    @Override
    public List<Statement> drop(Statistics statistics, SchemaView before) {
        return List.of(statement(sql("DROP STATISTICS").text(name(statistics.name())))
                .explained(PostgresqlLocks.gentle(statistics.table())));
    }

    @Override
    public boolean altersInPlace(Statistics statistics, Statistics after) {
        return bare(statistics).equals(bare(after));
    }

    private static Statistics bare(Statistics statistics) {
        return statistics.withTarget(OptionalLong.empty()).withComment("");
    }

    @Override
    public List<Statement> alter(Statistics statistics, Statistics after, SchemaView before) {
        return statistics.target().equals(after.target()) ? List.of() : List.of(target(after));
    }

    @Override
    public List<Statement> rename(Statistics statistics, ObjectName after, SchemaView before) {
        return PostgresqlRenames.ofDistinct("STATISTICS", statistics.name(), "", after).stream()
                .map(statement -> statement.explained(PostgresqlLocks.CATALOGUE))
                .toList();
    }

    @Override
    public List<Statement> comment(Statistics statistics) {
        return List.of(PostgresqlComments.on("STATISTICS", name(statistics.name()), statistics.comment()));
    }
}
