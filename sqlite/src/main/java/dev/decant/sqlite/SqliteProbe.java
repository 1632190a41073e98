package dev.decant.sqlite;

import dev.decant.database.StatementProbe;
import dev.decant.sql.StatementPatterns;
import dev.decant.sql.StatementTraits;
import java.sql.Connection;
import java.util.List;

/**
 * What no transaction of SQLite holds does no harm when it is done again: a VACUUM that was interrupted leaves the file as it was
 * (lang_vacuum.html), and a setting is the same the second time. Only a VACUUM INTO wants a file that is not there yet.
 */
final class SqliteProbe implements StatementProbe {
    private static final StatementPatterns INTO = StatementPatterns.of("VACUUM ... INTO");

    @Override
    public Outcome outcome(Connection connection, String sql) {
        boolean harmless =
                StatementTraits.SQLITE.runsOutsideTransaction(sql) && !INTO.match(sql, StatementTraits.SQLITE.syntax());
        return harmless ? new Outcome.NotDone(List.of()) : new Outcome.Unknown();
    }
}
