package dev.decant.postgresql.graveyard;

import dev.decant.database.Graveyard;
import dev.decant.failure.Failure;
import dev.decant.postgresql.run.PostgresqlAnswer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All columns of all tables that last.
 *
 * @param columns what people call each, by its numbers in the catalogue, so that what was only renamed or moved is still the same
 */
record PostgresqlInventory(Map<String, String> columns) implements Graveyard.Inventory {
    private static final int SHOWN = 3;

    /** Objects that do not come with the server have numbers from 16384 on: the source file access/transam.h. */
    private static final String COLUMNS = """
            SELECT pg_catalog.format('%s %s ', a.attrelid, a.attnum) || pg_catalog.format('%s.%s.%s', n.nspname, c.relname, a.attname)
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND c.oid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped
            """;

    static PostgresqlInventory of(Connection connection) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        for (String column : PostgresqlAnswer.all(connection, COLUMNS)) {
            int end = column.indexOf(' ', column.indexOf(' ') + 1);
            columns.put(column.substring(0, end), column.substring(end + 1));
        }
        return new PostgresqlInventory(columns);
    }

    @Override
    public void requireAll(Connection connection) throws SQLException {
        Map<String, String> lost = new HashMap<>(columns);
        lost.keySet().removeAll(of(connection).columns().keySet());
        if (!lost.isEmpty()) {
            String some = lost.values().stream().sorted().limit(SHOWN).collect(Collectors.joining(", "));
            String more = lost.size() > SHOWN ? " and " + (lost.size() - SHOWN) + " more" : "";
            throw Failure.of(
                            "DCT-546",
                            "the column " + some + more
                                    + " cannot be kept: code that the migration calls drops it, such as a function or a trigger")
                    .next("write the DROP as a statement of its own, or let go for this run what migrations drop:"
                            + " DECANT_KEEP_DROPPED=none")
                    .exception();
        }
    }
}
