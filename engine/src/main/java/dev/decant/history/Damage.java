package dev.decant.history;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.model.ObjectName;
import java.sql.SQLException;
import java.util.Optional;

/** What is said when somebody changed the tables of the history by hand, so that they can no longer be read. */
final class Damage {
    private Damage() {}

    /** Something that is read from the tables. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws SQLException;
    }

    /** Reads; says that the history is damaged when a table or a column of it is not there. */
    static <T> T heeding(ObjectName table, Reading<T> reading) throws SQLException {
        try {
            return reading.read();
        } catch (SQLException e) {
            if (isOfWhatIsMissing(e)) {
                throw failure(table.toString(), String.valueOf(e.getMessage())).exception(e);
            }
            throw e;
        }
    }

    /** A row says something that means nothing, or nothing where it has to say something. */
    static DecantException of(ObjectName table, String row, String what) {
        return failure(table + ", " + row, what).exception();
    }

    private static Failure failure(String where, String what) {
        return Failure.of("DCT-232", "the history was changed by hand (" + what.replaceAll("\\s+", " ") + ")")
                .at(where)
                .next("put back what it was from a backup, or drop the tables of the history and take what ran for"
                        + " applied: decant baseline");
    }

    /** Class 42 of the SQL standard is what cannot be named, but for 42501, what may not be touched; SQLite has words only. */
    private static boolean isOfWhatIsMissing(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        String message = Optional.ofNullable(e.getMessage()).orElse("");
        return (state.startsWith("42") && !state.equals("42501")) || message.contains("no such ");
    }
}
