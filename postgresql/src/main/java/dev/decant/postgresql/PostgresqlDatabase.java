package dev.decant.postgresql;

import dev.decant.database.Backups;
import dev.decant.database.Database;
import dev.decant.database.Durability;
import dev.decant.database.Graveyard;
import dev.decant.database.HistoryTable;
import dev.decant.database.Inspection;
import dev.decant.database.Monitor;
import dev.decant.database.Names;
import dev.decant.database.NewerStatements;
import dev.decant.database.RunnerLock;
import dev.decant.database.Scope;
import dev.decant.database.Scratch;
import dev.decant.database.ServerError;
import dev.decant.database.SessionObserver;
import dev.decant.database.StatementLimits;
import dev.decant.database.StatementProbe;
import dev.decant.database.browsing.Browsing;
import dev.decant.dialect.Dialect;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.postgresql.browsing.PostgresqlBrowsing;
import dev.decant.postgresql.browsing.PostgresqlMonitor;
import dev.decant.postgresql.catalogue.PostgresqlInspector;
import dev.decant.postgresql.catalogue.PostgresqlNameReader;
import dev.decant.postgresql.graveyard.PostgresqlGraveyard;
import dev.decant.postgresql.run.PostgresqlAnswer;
import dev.decant.postgresql.run.PostgresqlBackups;
import dev.decant.postgresql.run.PostgresqlCulprit;
import dev.decant.postgresql.run.PostgresqlDurability;
import dev.decant.postgresql.run.PostgresqlErrors;
import dev.decant.postgresql.run.PostgresqlLimits;
import dev.decant.postgresql.run.PostgresqlLock;
import dev.decant.postgresql.run.PostgresqlNewerStatements;
import dev.decant.postgresql.run.PostgresqlObserver;
import dev.decant.postgresql.run.PostgresqlProbe;
import dev.decant.postgresql.run.PostgresqlScratch;
import dev.decant.postgresql.run.PostgresqlSession;
import dev.decant.postgresql.sql.PostgresqlOwn;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import org.postgresql.PGConnection;

/** The JDBC half of PostgreSQL. */
public final class PostgresqlDatabase implements Database {
    private static final PostgresqlDialect DIALECT = new PostgresqlDialect();

    private static final HistoryTable HISTORY = new HistoryTable(
            ObjectName.of(PostgresqlOwn.NAMESPACE, "migration"),
            List.of("CREATE SCHEMA IF NOT EXISTS " + PostgresqlOwn.NAMESPACE),
            "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = '" + PostgresqlOwn.NAMESPACE + "' AND c.relname = 'migration'",
            new HistoryTable.ColumnTypes("text", "text", "bigint", "timestamp with time zone", false));

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:postgresql:");
    }

    @Override
    public Connection open(String jdbcUrl, Properties properties) throws SQLException {
        return PostgresqlSession.open(jdbcUrl, properties);
    }

    @Override
    public Schema inspect(Connection connection, Scope scope) throws SQLException {
        return scope.of(canonical(PostgresqlInspector.inspect(connection, scope), scope));
    }

    @Override
    public Inspection inspectAll(Connection connection, Scope scope) throws SQLException {
        Inspection inspection = PostgresqlInspector.inspectAll(connection, scope);
        return scope.of(new Inspection(canonical(inspection.schema(), scope), inspection.unknown()));
    }

    @Override
    public Names names(Connection connection) throws SQLException {
        return PostgresqlNameReader.read(connection);
    }

    @Override
    public Schema access(Connection connection, Scope scope) throws SQLException {
        return PostgresqlInspector.access(connection, scope);
    }

    /** Where versions are compared, as between two databases, it matters what each thing lets roles do, though defaults gave it. */
    private static Schema canonical(Schema found, Scope scope) {
        return scope.versions() ? DIALECT.exact(found) : DIALECT.canonical(found);
    }

    @Override
    public void adopt(Connection connection) throws SQLException {
        PostgresqlSession.adopt(connection);
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        PostgresqlSession.restore(connection);
    }

    @Override
    public boolean keepsSessions(Connection connection) throws SQLException {
        return PostgresqlSession.isDirect(connection);
    }

    @Override
    public RunnerLock lock() {
        return new PostgresqlLock();
    }

    @Override
    public HistoryTable historyTable() {
        return HISTORY;
    }

    /** Each way to the server and back costs more than a row. */
    @Override
    public boolean takesVolleys() {
        return true;
    }

    @Override
    public OptionalInt culprit(BatchUpdateException refused, List<String> sent) {
        return PostgresqlCulprit.of(refused, sent);
    }

    @Override
    public StatementProbe probe() {
        return new PostgresqlProbe();
    }

    @Override
    public NewerStatements newerStatements() {
        return new PostgresqlNewerStatements();
    }

    @Override
    public StatementLimits limits() {
        return new PostgresqlLimits();
    }

    @Override
    public Durability durability() {
        return new PostgresqlDurability();
    }

    @Override
    public SessionObserver observer() {
        return new PostgresqlObserver();
    }

    @Override
    public Graveyard graveyard() {
        return new PostgresqlGraveyard();
    }

    @Override
    public Monitor monitor() {
        return new PostgresqlMonitor();
    }

    @Override
    public Backups backups() {
        return new PostgresqlBackups();
    }

    @Override
    public Optional<Browsing> browsing() {
        return Optional.of(new PostgresqlBrowsing());
    }

    /** The namespace public comes back with a backup, which does not make it: pg_dump takes it for given. */
    @Override
    public List<String> emptying(Connection connection) throws SQLException {
        return PostgresqlAnswer.all(
                connection,
                "SELECT pg_catalog.format('DROP SCHEMA %I CASCADE', nspname) FROM pg_catalog.pg_namespace"
                        + " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
                        + " UNION ALL SELECT 'CREATE SCHEMA public'");
    }

    @Override
    public void interrupt(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
    }

    @Override
    public Optional<Scratch> scratch(String jdbcUrl, Properties properties) throws SQLException {
        return PostgresqlScratch.beside(jdbcUrl, properties);
    }

    @Override
    public Set<String> sharedKinds() {
        return PostgresqlScratch.SHARED_KINDS;
    }

    @Override
    public ServerError explain(SQLException exception) {
        return PostgresqlErrors.explain(exception);
    }
}
