package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.statistics.Statistics;
import dev.decant.model.statistics.StatisticsKind;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlExpressions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Extended statistics. */
public final class PostgresqlStatistics implements ObjectSupport<Statistics> {
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
