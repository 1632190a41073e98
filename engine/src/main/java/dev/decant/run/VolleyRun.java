package dev.decant.run;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends statements together in a transaction that is open. Which one of them the server refused no driver tells for sure; then all is as if none had been
 * sent, and they can be run one by one.
 *
 * @param connection where they run
 * @param notices is told what the server has to say
 */
record VolleyRun(Connection connection, Consumer<String> notices) {
    private static final String SAVEPOINT = "SAVEPOINT decant_volley";
    private static final String RELEASE = "RELEASE SAVEPOINT decant_volley";
    private static final String UNDO = "ROLLBACK TO SAVEPOINT decant_volley";

    /**
     * Sends them.
     *
     * @return how many rows each changed; nothing when one was refused
     * @throws SQLException when nothing can be said any more
     */
    Optional<int[]> run(List<String> statements) throws SQLException {
        try (Statement batch = connection.createStatement()) {
            batch.setEscapeProcessing(false);
            batch.addBatch(SAVEPOINT);
            for (String statement : statements) {
                batch.addBatch(statement);
            }
            batch.addBatch(RELEASE);
            int[] rows = batch.executeBatch();
            for (SQLWarning notice = batch.getWarnings(); notice != null; notice = notice.getNextWarning()) {
                notices.accept(String.valueOf(notice.getMessage()));
            }
            return Optional.of(rows);
        } catch (BatchUpdateException refused) {
            undo(refused);
            return Optional.empty();
        }
    }

    private void undo(BatchUpdateException refused) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(UNDO);
            statement.execute(RELEASE);
        } catch (SQLException lost) {
            SQLException reason = refused.getNextException() == null ? refused : refused.getNextException();
            reason.addSuppressed(lost);
            throw reason;
        }
    }
}
