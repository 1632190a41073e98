package dev.decant.run;

import dev.decant.database.Database;
import dev.decant.database.TransactionGuard;
import dev.decant.journal.SqlStep;
import java.sql.SQLException;
import java.util.List;

/**
 * Runs the statements of a step in the transaction that is open, rows in a row together.
 *
 * @param statements knows how one is run and told
 * @param step what is run
 */
record InsideStep(StatementRun statements, SqlStep step) {
    void run(TransactionGuard guard) throws SQLException {
        Session session = statements.session();
        statements.keeping().watching(() -> {
            int number = 1;
            while (number <= step.statements().size()) {
                session.requireWanted();
                number += runFrom(number);
                guard.afterStatement(session.connection());
            }
        });
    }

    /** Runs a statement, or several; tells how many. */
    private int runFrom(int number) throws SQLException {
        Volley volley = volley(number);
        if (volley.isWorthwhile()) {
            new VolleyRun(statements, volley.statements()).run();
            return volley.statements().size();
        }
        statements.run(step, number);
        return 1;
    }

    private Volley volley(int number) {
        Database database = statements.session().database();
        return database.takesVolleys()
                ? Volley.from(step, number, database.dialect().syntax())
                : new Volley(List.of());
    }
}
