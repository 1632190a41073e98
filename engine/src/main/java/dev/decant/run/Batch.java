package dev.decant.run;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

/** Statements that are sent together in the transaction that is open. */
record Batch(List<String> statements) {
    Batch {
        statements = List.copyOf(statements);
    }

    /**
     * Sends them.
     *
     * @param notices is told what the server has to say
     * @return how many rows each changed
     * @throws java.sql.BatchUpdateException when the server refused one of them
     */
    int[] send(Session session, Consumer<String> notices) throws SQLException {
        try (Statement batch = session.connection().createStatement()) {
            batch.setEscapeProcessing(false);
            for (String statement : statements) {
                batch.addBatch(statement);
            }
            int[] rows = batch.executeBatch();
            for (SQLWarning notice = batch.getWarnings(); notice != null; notice = notice.getNextWarning()) {
                notices.accept(String.valueOf(notice.getMessage()));
            }
            return rows;
        }
    }
}
