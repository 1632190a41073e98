package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.failure.DecantException;
import dev.decant.studio.connection.StatementFailure;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Writes rows in batches; a batch that the database refuses is tried again row by row, to tell which it was. */
final class ImportRun {
    private static final int BATCH = 500;
    private static final int MOST_ERRORS = 100;

    private final ImportPlan plan;
    private final Connection connection;
    private final IntConsumer progress;
    private final List<Json> errors = new ArrayList<>();

    ImportRun(ImportPlan plan, Connection connection, IntConsumer progress) {
        this.plan = plan;
        this.connection = connection;
        this.progress = progress;
    }

    /** Writes all rows, or as many as it takes to find enough errors; gives these. */
    List<Json> run() throws SQLException {
        String sql = plan.environment().browser().browsing().insertion(plan.relation(), plan.columns());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int from = 0; from < plan.rows().size() && errors.size() < MOST_ERRORS; from += BATCH) {
                batch(statement, from, Math.min(from + BATCH, plan.rows().size()));
                progress.accept(Math.min(from + BATCH, plan.rows().size()));
            }
        }
        return errors;
    }

    private void batch(PreparedStatement statement, int from, int to) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            for (List<@Nullable String> row : plan.rows().subList(from, to)) {
                Binding.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
            connection.releaseSavepoint(before);
        } catch (BatchUpdateException e) {
            connection.rollback(before);
            one(statement, from, to);
        }
    }

    private void one(PreparedStatement statement, int from, int to) throws SQLException {
        for (int i = from; i < to && errors.size() < MOST_ERRORS; i++) {
            Savepoint before = connection.setSavepoint();
            try {
                Binding.bind(statement, plan.rows().get(i));
                statement.executeUpdate();
                connection.releaseSavepoint(before);
            } catch (SQLException e) {
                connection.rollback(before);
                errors.add(error(i, e));
            }
        }
    }

    private Json error(int row, SQLException e) {
        DecantException told = StatementFailure.of(plan.environment().target(), e);
        String column = plan.columns().stream()
                .filter(name -> told.what().contains("\"" + name + "\""))
                .findFirst()
                .orElse("");
        return Json.object()
                .put("row", row + 1L)
                .put("column", column.isEmpty() ? Json.nothing() : Json.of(column))
                .put("what", told.what())
                .build();
    }
}
