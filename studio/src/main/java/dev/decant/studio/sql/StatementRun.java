package dev.decant.studio.sql;

import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.Query;
import dev.decant.studio.connection.StudioEnvironment;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs one statement. A query with values that may be long is run inside another that reads their beginnings, and its rows come in
 * portions: a table full of files is looked at without having the files here.
 */
final class StatementRun {
    private static final int ROWS_AT_ONCE = 200;

    private final StudioEnvironment environment;
    private final Browsing browsing;
    private final Connection connection;
    private final Running running;
    private final SqlOptions options;
    private final ResultLines lines;

    StatementRun(
            StudioEnvironment environment,
            Connection connection,
            Running running,
            SqlOptions options,
            ResultLines lines) {
        this.environment = environment;
        this.browsing = environment.browser().browsing();
        this.connection = connection;
        this.running = running;
        this.options = options;
        this.lines = lines;
    }

    /**
     * What came of it.
     *
     * @param rows how many were read, one more than wanted when there are others
     * @param changed how many were written, unless it gave rows
     * @param notices what the server remarked
     */
    record Outcome(int rows, OptionalLong changed, List<String> notices) {}

    Outcome run(String text) throws SQLException, IOException {
        Optional<Query> query = browsing.query(connection, text)
                .filter(asked -> asked.columns().stream()
                        .anyMatch(column -> browsing.shown(column).cut()))
                .map(asked -> asked.withWhole(ResultLines.LONGEST));
        if (query.isEmpty()) {
            return asItIs(text);
        }
        if (!connection.getAutoCommit() || browsing.isInTransaction(connection)) {
            return beginnings(text, query.get());
        }
        return inTransaction(text, query.get());
    }

    private Outcome asItIs(String text) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            begin(statement);
            boolean rows = statement.execute(text);
            requireWanted();
            int read = rows ? rowsAsTheyAre(statement) : 0;
            OptionalLong changed =
                    rows ? OptionalLong.empty() : OptionalLong.of(Math.max(0, statement.getUpdateCount()));
            return new Outcome(read, changed, notices(statement.getWarnings()));
        } finally {
            running.finish();
        }
    }

    private int rowsAsTheyAre(Statement statement) throws SQLException, IOException {
        var rows = statement.getResultSet();
        var answer = new ResultLines.Answer(browsing.columns(connection, rows.getMetaData()), Optional.empty());
        return lines.rows(rows, answer, options.limit());
    }

    /** A transaction of its own, as the query would have had anyway: only in one do rows come in portions. */
    private Outcome inTransaction(String text, Query query) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            Outcome outcome = beginnings(text, query);
            connection.commit();
            return outcome;
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private Outcome beginnings(String text, Query query) throws SQLException, IOException {
        BoundSql sql = browsing.beginnings(query);
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            statement.setFetchSize(ROWS_AT_ONCE);
            begin(statement);
            int read;
            try (var rows = statement.executeQuery()) {
                requireWanted();
                var answer = new ResultLines.Answer(query.columns(), Optional.of(name(text, query)));
                read = lines.rows(rows, answer, options.limit());
            }
            return new Outcome(read, OptionalLong.empty(), notices(statement.getWarnings()));
        } finally {
            running.finish();
        }
    }

    /** What only reads can be asked again for the rest of a value; something else cannot. */
    private String name(String text, Query query) {
        boolean reads = environment.reading().rules().refusal(text).isEmpty();
        return reads ? environment.queries().keep(query) : "";
    }

    private void begin(Statement statement) throws SQLException {
        statement.setMaxRows(options.limit() + 1);
        if (!running.begin(statement)) {
            throw cancelled();
        }
    }

    private void requireWanted() throws SQLException {
        if (running.isEnded()) {
            throw cancelled();
        }
    }

    private static SQLException cancelled() {
        return new SQLException("it was cancelled", "57014");
    }

    private static List<String> notices(@Nullable SQLWarning first) {
        List<String> texts = new ArrayList<>();
        for (SQLWarning notice = first; notice != null; notice = notice.getNextWarning()) {
            texts.add(String.valueOf(notice.getMessage()));
        }
        return texts;
    }
}
