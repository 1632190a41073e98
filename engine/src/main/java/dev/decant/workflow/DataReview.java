package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.database.Database;
import dev.decant.database.Target;
import dev.decant.dialect.DataCheck;
import dev.decant.model.SchemaView;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks a database what its rows mean for changes; reads and nothing else. */
public final class DataReview {
    private final Database database;
    private final Connection connection;
    private final SchemaView before;

    /**
     * Asks in a session.
     *
     * @param before the state before the changes
     */
    DataReview(Database database, Connection connection, SchemaView before) {
        this.database = database;
        this.connection = connection;
        this.before = before;
    }

    /** What the rows of a database mean for a difference between it and something else. */
    public static List<DataAnswer> of(Difference difference, Target target) {
        try (Connection connection = target.connect()) {
            DataReview review = new DataReview(target.database(), connection, difference.before());
            return difference.plan().changes().stream().flatMap(review::answers).toList();
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    /** The answers to all questions about a change that could be asked; some rest on what is not there yet. */
    Stream<DataAnswer> answers(Change change) {
        return database.dialect().checks(change, before).stream().flatMap(check -> answer(change, check).stream());
    }

    private Optional<DataAnswer> answer(Change change, DataCheck check) {
        try {
            return Optional.of(new DataAnswer(change, check, count(check.sql()), Optional.empty()));
        } catch (SQLException e) {
            return check.kind() == DataCheck.Kind.CONVERSION && isAboutValues(e)
                    ? Optional.of(new DataAnswer(
                            change, check, 0, Optional.of(database.explain(e).message())))
                    : Optional.empty();
        }
    }

    /** Class 22 of the SQLSTATEs is about data. */
    private boolean isAboutValues(SQLException e) {
        return database.explain(e).state().startsWith("22");
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
