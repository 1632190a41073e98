package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.database.Database;
import dev.decant.dialect.DataCheck;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rows of a database mean for a plan.
 *
 * @param losses what would be gone, with counts
 * @param misfits what would make the plan fail, with counts
 */
public record DataFindings(List<String> losses, List<String> misfits) {
    /** Copies the lists. */
    public DataFindings {
        losses = List.copyOf(losses);
        misfits = List.copyOf(misfits);
    }

    /** Asks a database. */
    static DataFindings of(Plan plan, Schema before, Database database, Connection connection) {
        return new Inquiry(before, database, connection).run(plan);
    }

    /** The questions of one plan. */
    private static final class Inquiry {
        private final Schema before;
        private final Database database;
        private final Connection connection;
        private final Set<String> losses = new LinkedHashSet<>();
        private final List<String> misfits = new ArrayList<>();
        private final Set<Change> counted = new LinkedHashSet<>();

        Inquiry(Schema before, Database database, Connection connection) {
            this.before = before;
            this.database = database;
            this.connection = connection;
        }

        DataFindings run(Plan plan) {
            plan.changes().forEach(this::ask);
            plan.statements().forEach(this::uncounted);
            return new DataFindings(List.copyOf(losses), misfits);
        }

        private void ask(Change change) {
            for (DataCheck check : database.dialect().checks(change, before)) {
                ask(change, check);
            }
        }

        /** What cannot be asked, since it rests on what is not there yet, stays as it was without the question. */
        private void ask(Change change, DataCheck check) {
            try {
                long count = count(check.sql());
                if (check.kind() == DataCheck.Kind.LOSS) {
                    counted.add(change);
                }
                if (count > 0 && check.kind() != DataCheck.Kind.CONVERSION) {
                    (check.kind() == DataCheck.Kind.LOSS ? losses : misfits).add(count + " " + check.subject());
                }
            } catch (SQLException e) {
                if (check.kind() == DataCheck.Kind.CONVERSION && isAboutValues(e)) {
                    misfits.add(check.subject() + " (" + database.explain(e).message() + ")");
                }
            }
        }

        /** Class 22 of the SQLSTATEs is about data. */
        private boolean isAboutValues(SQLException e) {
            return database.explain(e).state().startsWith("22");
        }

        private long count(String sql) throws SQLException {
            try (java.sql.Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                try (ResultSet row = statement.executeQuery(sql)) {
                    row.next();
                    return row.getLong(1);
                }
            }
        }

        /** What a statement says would be lost and nobody could count. */
        private void uncounted(Statement statement) {
            if (statement.serves().isEmpty() || !counted.containsAll(statement.serves())) {
                statement.hazards().stream()
                        .filter(hazard -> hazard.kind() == Hazard.Kind.DATA_LOSS)
                        .forEach(hazard -> losses.add(hazard.message()));
            }
        }
    }
}
