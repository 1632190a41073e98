package dev.decant.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Finds out what became of a statement that no transaction holds: one whose end nobody saw, or which failed and left something behind. */
@FunctionalInterface
public interface StatementProbe {
    /** The probe that never knows. */
    StatementProbe BLIND = (connection, sql) -> new Outcome.Unknown();

    /** What became of a statement. */
    sealed interface Outcome {
        /** It was carried out. */
        record Done() implements Outcome {}

        /**
         * It was not carried out, and can be run, again or for the first time.
         *
         * @param clearing what removes what an attempt has left behind, before that
         */
        record NotDone(List<String> clearing) implements Outcome {
            /** Copies the list. */
            public NotDone {
                clearing = List.copyOf(clearing);
            }
        }

        /**
         * A part of it was carried out.
         *
         * @param finishing what carries out the rest
         */
        record Halfway(List<String> finishing) implements Outcome {
            /** Copies the list. */
            public Halfway {
                finishing = List.copyOf(finishing);
            }
        }

        /**
         * A session carries it out right now.
         *
         * @param who which one, in words for a person
         */
        record Running(String who) implements Outcome {}

        /** The database does not tell. */
        record Unknown() implements Outcome {}
    }

    /** Looks at what the statement should have left behind. */
    Outcome outcome(Connection connection, String sql) throws SQLException;
}
