package dev.decant.sqlite;

import dev.decant.database.TransactionGuard;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a rebuild needs around its transaction: references are not checked meanwhile, or dropping the old table would delete the rows that
 * point at it (lang_altertable.html, section 7); before the end triggers are created again, and nothing may be broken that was not before.
 */
final class SqliteGuard implements TransactionGuard {
    private boolean checksReferences;
    private BrokenReferences references = BrokenReferences.NONE;
    private Map<String, String> broken = Map.of();

    @Override
    public void before(Connection connection) throws SQLException {
        checksReferences = checksReferences(connection);
        if (checksReferences) {
            setChecksReferences(connection, false);
        }
        references = BrokenReferences.read(connection);
        broken = BrokenCode.read(connection);
    }

    /** Creates the triggers of a rebuilt table again as soon as it has its name, so that they follow what is renamed later. */
    @Override
    public void afterStatement(Connection connection) throws SQLException {
        requireNone(TriggerRestoration.restore(connection, false));
    }

    @Override
    public void beforeCommit(Connection connection) throws SQLException {
        List<Failure> failures = new ArrayList<>(TriggerRestoration.restore(connection, true));
        BrokenCode.read(connection).forEach((what, why) -> {
            if (!broken.containsKey(what)) {
                failures.add(BrokenCode.failure(what, why));
            }
        });
        failures.addAll(BrokenReferences.read(connection).since(references));
        requireNone(failures);
    }

    private static void requireNone(List<Failure> failures) {
        if (!failures.isEmpty()) {
            throw new DecantException(failures);
        }
    }

    @Override
    public void after(Connection connection) throws SQLException {
        if (checksReferences) {
            setChecksReferences(connection, true);
        }
    }

    private static boolean checksReferences(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA foreign_keys")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** Switches the check; inside a transaction the pragma does nothing, and says nothing. */
    private static void setChecksReferences(Connection connection, boolean on) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = " + (on ? "ON" : "OFF"));
        }
        if (checksReferences(connection) != on) {
            throw Failure.of("DCT-542", "the check of references cannot be switched inside a transaction")
                    .next("end the transaction that is open on this connection")
                    .exception();
        }
    }
}
