package dev.decant.postgresql;

import dev.decant.database.Scope;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Statement;
import dev.decant.diff.ConversionAnswer;
import dev.decant.diff.ConversionQuestion;
import dev.decant.diff.Differ;
import dev.decant.diff.Questions;
import dev.decant.diff.RenameAnswer;
import dev.decant.diff.RenameQuestion;
import dev.decant.model.Expression;
import dev.decant.model.FormerName;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.plan.Step;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A database of a real server for one test, with one session of Decant's on it. */
public final class LiveDatabase implements AutoCloseable {
    public static final Dialect DIALECT = new PostgresqlDialect();
    public static final PostgresqlDatabase DATABASE = new PostgresqlDatabase();

    private final TestDatabase database;
    private final Connection connection;

    private LiveDatabase(TestServer server) throws SQLException {
        database = server.freshDatabase();
        connection = connect();
    }

    /** One of the newest major that pgvector can be had for everywhere. */
    public static LiveDatabase open() throws SQLException {
        return open("17");
    }

    public static LiveDatabase open(String major) throws SQLException {
        return new LiveDatabase(TestServers.postgres(major));
    }

    public Connection connect() throws SQLException {
        return connect(database.user(), database.password());
    }

    public Connection connect(String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DATABASE.open(database.jdbcUrl(), properties);
    }

    /** The name, which no other database of the same server has. */
    public String name() {
        return database.name();
    }

    /** Its address for PostgreSQL's own programs. */
    public String url() {
        return database.url().replaceFirst("^postgres:", "postgresql:");
    }

    /** Its address with user and password, as people write it. */
    public String credentialedUrl() {
        return database.url();
    }

    public Connection connection() {
        return connection;
    }

    public Schema inspect() throws SQLException {
        return DATABASE.inspect(connection, Scope.EVERYTHING);
    }

    /** Makes the plan and runs it; gives it back. */
    public Plan migrate(Schema before, Schema after) throws SQLException {
        Plan plan = plan(before, after);
        run(plan);
        return plan;
    }

    public static Plan plan(Schema before, Schema after, FormerName... formerNames) {
        return new Planner(DIALECT)
                .plan(before, new Differ(DIALECT, List.of(formerNames), OBVIOUS).diff(before, after));
    }

    /** Takes every suggestion, gives up values where there is none, and thinks of no rename. */
    private static final Questions OBVIOUS = new Questions() {
        @Override
        public Optional<RenameAnswer> answer(RenameQuestion question) {
            return Optional.of(new RenameAnswer.IsNew());
        }

        @Override
        public Optional<ConversionAnswer> answer(ConversionQuestion question) {
            Expression lost = new Expression("NULL");
            return Optional.of(new ConversionAnswer.Computed(
                    question.forward().orElse(lost), question.backward().orElse(lost)));
        }
    };

    public void run(Plan plan) throws SQLException {
        for (Step step : plan.steps()) {
            if (step.transactional()) {
                connection.setAutoCommit(false);
                try {
                    run(step.statements());
                    connection.commit();
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            } else {
                run(step.statements());
            }
        }
    }

    public void run(List<Statement> statements) throws SQLException {
        for (Statement statement : statements) {
            execute(statement.sql());
        }
    }

    public void execute(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException exception) {
            throw new SQLException(exception.getMessage() + " in " + sql, exception.getSQLState(), exception);
        }
    }

    /** The first column of all rows, as text. */
    public List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
