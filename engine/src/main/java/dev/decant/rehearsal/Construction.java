package dev.decant.rehearsal;

import dev.decant.database.Database;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Statement;
import dev.decant.diff.Differ;
import dev.decant.diff.Questions;
import dev.decant.failure.Failure;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.plan.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Builds schemas and runs plans in a session that nobody else sees the work of.
 *
 * @param database the database's dialect
 * @param connection the session
 */
record Construction(Database database, Connection connection) {
    /** Builds a schema where there is none. */
    void build(Schema schema) {
        Dialect dialect = database.dialect();
        Plan plan = new Planner(dialect)
                .plan(Schema.EMPTY, new Differ(dialect, List.of(), Questions.NOBODY).diff(Schema.EMPTY, schema));
        plan.statements().forEach(statement -> execute(statement, "DCT-551", "the schema cannot be built"));
    }

    /** Runs the steps of a plan, each in its transaction where the session is in none. */
    void run(List<Step> steps) throws SQLException {
        database.newerStatements()
                .require(
                        connection,
                        "the plan",
                        () -> steps.stream()
                                .flatMap(step -> step.statements().stream())
                                .map(Statement::sql));
        boolean alone = connection.getAutoCommit();
        for (Step step : steps) {
            if (alone) {
                connection.setAutoCommit(!step.transactional());
            }
            step.statements().forEach(statement -> execute(statement, "DCT-552", "the plan fails when it is tried"));
            if (alone && step.transactional()) {
                connection.commit();
            }
        }
        if (alone) {
            connection.setAutoCommit(true);
        }
    }

    private void execute(Statement statement, String code, String what) {
        try (java.sql.Statement run = connection.createStatement()) {
            run.setEscapeProcessing(false);
            run.execute(statement.sql());
        } catch (SQLException e) {
            String said = database.explain(e).message().strip().replaceAll("\\s+", " ");
            throw Failure.of(code, what + ": " + said + ", at " + firstLine(statement.sql()))
                    .next(advice(code))
                    .exception(e);
        }
    }

    private static String advice(String code) {
        return code.equals("DCT-551")
                ? "correct the schema, or make on the server what it rests on"
                : "correct what it names in the schema, or report it with both schemas; nothing was changed";
    }

    private static String firstLine(String sql) {
        return sql.lines().findFirst().orElse(sql);
    }
}
