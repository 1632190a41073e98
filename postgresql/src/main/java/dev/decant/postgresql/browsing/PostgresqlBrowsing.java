package dev.decant.postgresql.browsing;

import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.BoundSqlBuilder;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.Catalogue;
import dev.decant.database.browsing.CellPlace;
import dev.decant.database.browsing.Query;
import dev.decant.database.browsing.ReadOnlyRules;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RowEdit;
import dev.decant.database.browsing.RowPlan;
import dev.decant.database.browsing.RowRequest;
import dev.decant.model.ObjectName;
import dev.decant.sql.Syntax;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's part in looking at rows. */
public final class PostgresqlBrowsing implements Browsing {
    private static final Pattern PLANNED_ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

    @Override
    public Catalogue catalogue(Connection connection) throws SQLException {
        return new PostgresqlRelations(connection).read();
    }

    @Override
    public Optional<Relation> relation(Connection connection, ObjectName name) throws SQLException {
        return PostgresqlRelations.of(connection, name).one();
    }

    @Override
    public ReadOnlyRules readOnly() {
        return new PostgresqlReadOnly();
    }

    @Override
    public RowPlan rows(RowRequest request, boolean inGroups) {
        return new PostgresqlRowPages(request).plan(inGroups);
    }

    @Override
    public boolean hasFewValues(Connection connection, Relation relation, String column) throws SQLException {
        return PostgresqlGroups.areLarge(connection, relation, column);
    }

    @Override
    public BoundSql count(RowRequest request) {
        return new PostgresqlRowPages(request).count();
    }

    /** From the first node of the plan, which is what the whole query gives. */
    @Override
    public OptionalLong estimate(Connection connection, RowRequest request) throws SQLException {
        String plan = PostgresqlBound.text(connection, new PostgresqlRowPages(request).explained());
        Matcher rows = PLANNED_ROWS.matcher(plan);
        return rows.find() ? OptionalLong.of(Long.parseLong(rows.group(1))) : OptionalLong.empty();
    }

    @Override
    public OptionalLong sorted(Connection connection, RowPlan page) throws SQLException {
        return PostgresqlSorting.rows(connection, page);
    }

    @Override
    public RowPlan.ShownColumn shown(RelationColumn column) {
        return PostgresqlValues.shown(column);
    }

    @Override
    public BoundSql row(
            Relation relation, List<RelationColumn> columns, List<String> identity, List<@Nullable String> values) {
        return PostgresqlValues.row(relation, columns, identity, values);
    }

    @Override
    public BoundSql references(Relation relation, List<String> columns, List<@Nullable String> values, int limit) {
        BoundSqlBuilder sql = new BoundSqlBuilder(Syntax.POSTGRESQL)
                .words("SELECT count(*) FROM (SELECT 1 FROM ")
                .name(relation.name());
        PostgresqlValues.where(sql, relation, columns, values);
        return sql.words("LIMIT " + limit + ") few").build();
    }

    @Override
    public BoundSql edit(Relation relation, RowEdit edit) {
        return new PostgresqlEdits(relation).sql(edit);
    }

    @Override
    public String insertion(Relation relation, List<String> columns) {
        return new PostgresqlEdits(relation).insertion(columns);
    }

    @Override
    public String unlessThere(String insertion) {
        return insertion + " ON CONFLICT DO NOTHING";
    }

    @Override
    public BoundSql all(RowRequest request) {
        return new PostgresqlRowPages(request).all();
    }

    @Override
    public List<String> triggers(Connection connection, ObjectName table, String word) throws SQLException {
        return PostgresqlEdits.triggers(connection, table, word);
    }

    @Override
    public void limit(Connection connection, Duration timeout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(PostgresqlStudioLimits.local(timeout));
        }
    }

    @Override
    public void limitSession(Connection connection, Duration timeout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(PostgresqlStudioLimits.session(timeout));
        }
    }

    @Override
    public String explaining(String statement, boolean analyze) {
        return "EXPLAIN (FORMAT JSON" + (analyze ? ", ANALYZE, BUFFERS" : "") + ") " + statement;
    }

    @Override
    public BoundSql cell(CellPlace place, long from, int count) {
        return PostgresqlCells.part(place, from, count);
    }

    @Override
    public BoundSql beginnings(Query query) {
        return PostgresqlCells.beginnings(query);
    }

    @Override
    public Optional<Query> query(Connection connection, String statement) throws SQLException {
        return PostgresqlAnswers.query(connection, statement);
    }

    @Override
    public List<RelationColumn> columns(Connection connection, ResultSetMetaData told) throws SQLException {
        return PostgresqlAnswers.columns(connection, told);
    }

    @Override
    public boolean isInTransaction(Connection connection) throws SQLException {
        return PostgresqlAnswers.isInTransaction(connection);
    }
}
