package dev.decant.testkit;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.database.Database;
import dev.decant.database.Scope;
import dev.decant.database.TransactionGuard;
import dev.decant.dialect.Dialect;
import dev.decant.diff.Differ;
import dev.decant.model.Schema;
import dev.decant.plan.Needs;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.plan.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The proof that every dialect lives by: a plan from A to B, run on a database that is A, makes it B, and the plan back makes it A again.
 * What the database is, its own catalogue tells.
 */
public final class PlanContract {
    private final Database database;
    private final Dialect dialect;
    private final RandomGenerator random;

    /** Makes the contract for a dialect; the random numbers answer the differ's questions. */
    public PlanContract(Database database, RandomGenerator random) {
        this.database = database;
        this.dialect = database.dialect();
        this.random = random;
    }

    /**
     * Proves it on an empty database.
     *
     * @throws AssertionError saying which step went wrong, with the SQL that was run
     */
    public void prove(Connection connection, Schema first, Schema second) {
        Schema a = dialect.canonical(first);
        Schema b = dialect.canonical(second);
        Differ differ = new Differ(dialect, List.of(), new AnyAnswer(dialect, random));
        run(connection, Schema.EMPTY, differ.diff(Schema.EMPTY, a), a, "create");
        List<Change> changes = differ.diff(a, b);
        run(connection, a, changes, b, "up");
        run(connection, b, Changes.reverse(changes), a, "down");
    }

    /**
     * Proves on an empty database that some of the changes of a plan can be made without the rest, once what they need comes along.
     *
     * @throws AssertionError saying which step went wrong, with the SQL that was run
     */
    public void proveParts(Connection connection, Schema first, Schema second) {
        Schema a = dialect.canonical(first);
        Schema b = dialect.canonical(second);
        Differ differ = new Differ(dialect, List.of(), new AnyAnswer(dialect, random));
        run(connection, Schema.EMPTY, differ.diff(Schema.EMPTY, a), a, "create");
        List<Change> all = new Planner(dialect).plan(a, differ.diff(a, b)).changes();
        List<Change> chosen =
                all.stream().filter(change -> random.nextInt(3) == 0).toList();
        List<Change> part = Needs.of(all, a, dialect).withNeeded(chosen);
        Schema reached = Changes.apply(part, a, dialect.syntax());
        run(connection, a, part, reached, "a part of " + all.size() + " changes");
        run(connection, reached, Changes.reverse(part), a, "down");
    }

    private void run(Connection connection, Schema before, List<Change> changes, Schema after, String what) {
        Plan plan = new Planner(dialect).plan(before, changes);
        String sql = plan.statements()
                .map(dev.decant.dialect.Statement::sql)
                .reduce((x, y) -> x + ";\n" + y)
                .orElse("nothing");
        try {
            for (Step step : plan.steps()) {
                run(connection, step);
            }
            SchemaDifference.requireEqual(database.inspect(connection, Scope.EVERYTHING), after);
        } catch (SQLException | AssertionError failed) {
            throw new AssertionError(what + ": " + failed.getMessage() + "\n" + sql, failed);
        }
    }

    private void run(Connection connection, Step step) throws SQLException {
        TransactionGuard guard = database.guard();
        guard.before(connection);
        connection.setAutoCommit(!step.transactional());
        try (Statement statement = connection.createStatement()) {
            for (dev.decant.dialect.Statement each : step.statements()) {
                statement.execute(each.sql());
                if (step.transactional()) {
                    guard.afterStatement(connection);
                }
            }
            if (step.transactional()) {
                guard.beforeCommit(connection);
                connection.commit();
            }
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            guard.after(connection);
        }
    }
}
