package dev.decant.workflow;

import dev.decant.change.BeforeRenames;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.database.Database;
import dev.decant.database.ServerError;
import dev.decant.database.StatementLimits;
import dev.decant.database.Target;
import dev.decant.dialect.DataCheck;
import dev.decant.dialect.Hazard;
import dev.decant.model.SchemaView;
import dev.decant.plan.Plan;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks a database what its rows mean for changes; reads and nothing else. */
public final class DataReview {
    /** How long a question waits for whoever holds a lock. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** How long an answer may take. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Database database;
    private final Connection connection;
    private final SchemaView before;
    private final BeforeRenames names;

    /**
     * Asks in a session.
     *
     * @param before the state before the changes
     */
    DataReview(Database database, Connection connection, SchemaView before) {
        this.database = database;
        this.connection = connection;
        this.before = before;
        this.names = new BeforeRenames(before, database.dialect().syntax());
    }

    /**
     * What the rows of a database mean for a difference between it and something else. A question stays open when the table is locked or the
     * answer takes too long, so that whoever asks neither waits nor is in the way.
     */
    public static List<DataAnswer> of(Difference difference, Target target) {
        try (Connection connection = target.connect()) {
            limit(target.database(), connection);
            return new DataReview(target.database(), connection, difference.before()).answers(difference.plan());
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    /** The same for all that a plan does; what goes without a word of loss from any statement has its rows and values elsewhere afterwards. */
    List<DataAnswer> answers(Plan plan) {
        Set<Change> losing = plan.statements()
                .filter(statement ->
                        statement.hazards().stream().anyMatch(hazard -> hazard.kind() == Hazard.Kind.DATA_LOSS))
                .flatMap(statement -> statement.serves().stream())
                .collect(Collectors.toSet());
        return answers(plan.changes(), change -> !takesAway(change) || losing.contains(change));
    }

    private static boolean takesAway(Change change) {
        return change instanceof DropTable || change instanceof DropPart;
    }

    /**
     * The answers to all questions about the next changes that could be asked; some rest on what is not there yet. What is called otherwise
     * by then is asked about under the name that it has in the database.
     */
    List<DataAnswer> answers(List<Change> changes) {
        return answers(changes, change -> true);
    }

    /** What nobody asks about is done all the same, since others rest on it. */
    private List<DataAnswer> answers(List<Change> changes, Predicate<Change> asked) {
        List<DataAnswer> answers = new ArrayList<>();
        for (Change change : changes) {
            Change told = names.of(change);
            if (asked.test(change)) {
                answers(change, told).forEach(answers::add);
            }
        }
        return answers;
    }

    private Stream<DataAnswer> answers(Change change, Change told) {
        return database.dialect().checks(told, before).stream().flatMap(check -> answer(change, check).stream());
    }

    private Optional<DataAnswer> answer(Change change, DataCheck check) {
        try {
            return Optional.of(new DataAnswer(change, check, new DataAnswer.Outcome.Counted(count(check.sql()))));
        } catch (SQLException e) {
            return outcome(check, database.explain(e)).map(outcome -> new DataAnswer(change, check, outcome));
        }
    }

    /** What a query that failed tells; one that rests on what is not there yet tells nothing. */
    private Optional<DataAnswer.Outcome> outcome(DataCheck check, ServerError error) {
        if (check.kind() == DataCheck.Kind.CONVERSION && isAboutValues(error)) {
            return Optional.of(new DataAnswer.Outcome.Refused(error.message()));
        }
        StatementLimits limits = database.limits();
        return limits.isContention(error) || limits.isTimeout(error)
                ? Optional.of(new DataAnswer.Outcome.Open())
                : Optional.empty();
    }

    private static void limit(Database database, Connection connection) throws SQLException {
        for (String sql : database.limits().set(PATIENCE, LONGEST, false)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /** Class 22 of the SQLSTATEs is about data. */
    private static boolean isAboutValues(ServerError error) {
        return error.state().startsWith("22");
    }

    private long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
