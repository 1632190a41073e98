package dev.decant.run;

import dev.decant.journal.Filling;
import dev.decant.journal.SqlFile;
import dev.decant.journal.SqlStep;
import dev.decant.run.Verdict.Found;
import dev.decant.sql.ScriptStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks the assertions of a file in the transaction that is open. A query of one column of truth values must say true, in at least one row
 * and in all of them; any other query must find nothing. What is no query is run, and must not fail.
 */
record Asking(Session session, String migration, SqlFile file) {
    private static final int WIDTH = 80;

    /** Asks one after the other, and ends with the first that does not hold. */
    void requireAll() throws SQLException {
        ask(verdict -> {
            session.tell(new RunEvent.Asserted(migration, verdict));
            if (!verdict.holds()) {
                throw new AssertionFailedException(verdict);
            }
        });
    }

    /** Asks one after the other. */
    void ask(Consumer<Verdict> answers) throws SQLException {
        Optional<SqlStep> step = file.step(session.database().dialect());
        if (step.isPresent()) {
            for (int number = 1; number <= step.get().statements().size(); number++) {
                ask(step.get(), number).ifPresent(answers);
            }
        }
    }

    private Optional<Verdict> ask(SqlStep step, int number) throws SQLException {
        ScriptStatement asked = step.statements().get(number - 1);
        Filling filling = step.filling(file, asked, session.settings().placeholders());
        session.limit(asked.text(), step.limitsOf(asked));
        session.tell(new RunEvent.AssertionStarted(migration, file.path(), asked.line(), number, Wording.of(asked)));
        return session.watch().over(migration, number, () -> ask(asked, filling));
    }

    private Optional<Verdict> ask(ScriptStatement asked, Filling filling) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setMaxRows(Found.SHOWN + 1);
            if (!statement.execute(filling.filled())) {
                return Optional.empty();
            }
            try (ResultSet rows = statement.getResultSet()) {
                return Optional.of(verdict(asked, rows));
            }
        } catch (SQLException e) {
            throw new RefusedException(file, asked, filling, e);
        }
    }

    private Verdict verdict(ScriptStatement asked, ResultSet rows) throws SQLException {
        boolean saysTruth = saysTruth(asked.text(), rows.getMetaData());
        List<List<String>> found = new ArrayList<>();
        boolean allTrue = true;
        while (rows.next()) {
            allTrue = allTrue && saysTruth && rows.getBoolean(1);
            found.add(row(rows));
        }
        boolean holds = saysTruth ? allTrue && !found.isEmpty() : found.isEmpty();
        if (holds) {
            return new Verdict(file.path(), asked.line(), Wording.of(asked), true, "", Found.NOTHING);
        }
        Found shown = found(rows, found);
        String said = saysTruth && !found.isEmpty() ? "says no" : "found " + shown.words();
        return new Verdict(file.path(), asked.line(), Wording.of(asked), false, said, shown);
    }

    private static Found found(ResultSet rows, List<List<String>> found) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            columns.add(rows.getMetaData().getColumnLabel(column));
        }
        boolean more = found.size() > Found.SHOWN;
        return new Found(columns, more ? found.subList(0, Found.SHOWN) : found, more);
    }

    /** A type that only holds true and false, by its name, since drivers give bits the same number; or what the text tells where there is no such type. */
    private boolean saysTruth(String query, ResultSetMetaData columns) throws SQLException {
        String type = columns.getColumnTypeName(1).toLowerCase(Locale.ROOT);
        return columns.getColumnCount() == 1
                && (type.equals("bool")
                        || type.equals("boolean")
                        || session.database().saysTruth(query));
    }

    private static List<String> row(ResultSet rows) throws SQLException {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            String value = String.valueOf(rows.getString(column)).replaceAll("\\s+", " ");
            row.add(value.length() > WIDTH ? value.substring(0, WIDTH - 3) + "..." : value);
        }
        return row;
    }
}
