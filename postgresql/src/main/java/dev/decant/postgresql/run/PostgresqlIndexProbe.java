package dev.decant.postgresql.run;

import dev.decant.database.StatementProbe.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What became of an index that is made, rebuilt or dropped while others write: one that is not finished stays behind and is not valid (the
 * manual's pages of CREATE INDEX and REINDEX, "Building Indexes Concurrently").
 *
 * @param connection where it is
 */
record PostgresqlIndexProbe(Connection connection) {
    private static final String BUILDER = """
            SELECT 'process ' || pid FROM pg_catalog.pg_stat_progress_create_index WHERE index_relid = ?::oid
            """;

    /** An index belongs to the namespace of its table; a name that is too long is cut as the server cuts it. */
    private static final String FOUND = """
            SELECT i.indexrelid::text FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE c.relname = ?::name AND i.indrelid = pg_catalog.to_regclass(?)
            """;

    private static final String VALID =
            "SELECT 1 FROM pg_catalog.pg_index WHERE indexrelid = ?::oid AND indisvalid AND indisready";

    private static final String NAME = """
            SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ?::oid
            """;

    private static final String LEFT_BY_REINDEX = """
            SELECT pg_catalog.format('%%I.%%I', n.nspname, c.relname)
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$' AND n.nspname <> 'pg_toast'
              AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = c.oid)
              AND %s
            ORDER BY 1
            """;

    /** Given the words behind CREATE INDEX. */
    Outcome ofCreate(PostgresqlWords words) throws SQLException {
        words.take("CONCURRENTLY");
        words.take("IF", "NOT", "EXISTS");
        Optional<String> name = words.take("ON") ? Optional.empty() : words.takeStoredName();
        words.take("ON");
        words.take("ONLY");
        Optional<String> table = words.takeName();
        if (name.isEmpty() || table.isEmpty()) {
            return new Outcome.Unknown();
        }
        Optional<String> index = PostgresqlAnswer.of(connection, FOUND, name.get(), table.get());
        return index.isEmpty() ? new Outcome.NotDone(List.of()) : ofFound(index.get());
    }

    private Outcome ofFound(String index) throws SQLException {
        Optional<String> builder = PostgresqlAnswer.of(connection, BUILDER, index);
        if (builder.isPresent()) {
            return new Outcome.Running(builder.get());
        }
        if (PostgresqlAnswer.of(connection, VALID, index).isPresent()) {
            return new Outcome.Done();
        }
        return new Outcome.NotDone(PostgresqlAnswer.all(connection, NAME, index).stream()
                .map(PostgresqlIndexProbe::drop)
                .toList());
    }

    /** Given the words behind DROP INDEX. One that is dropped by half is dropped again. */
    Outcome ofDrop(PostgresqlWords words) throws SQLException {
        words.take("CONCURRENTLY");
        words.take("IF", "EXISTS");
        Optional<String> name = words.takeName();
        if (name.isEmpty()) {
            return new Outcome.Unknown();
        }
        String query = "SELECT pg_catalog.to_regclass(?)::oid::text";
        return PostgresqlAnswer.of(connection, query, name.get()).isPresent()
                ? new Outcome.NotDone(List.of())
                : new Outcome.Done();
    }

    /** Given the words behind REINDEX: what it has not finished goes, and it begins again. */
    Outcome ofReindex(PostgresqlWords words) throws SQLException {
        words.takeOptionsWith("CONCURRENTLY");
        Optional<String> kind = words.takeOneOf("INDEX", "TABLE", "SCHEMA", "DATABASE", "SYSTEM");
        words.take("CONCURRENTLY");
        Optional<String> name = words.takeName();
        String where = switch (kind.orElse("")) {
            case "INDEX" ->
                "i.indrelid = (SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass(?))";
            case "TABLE" -> "i.indrelid = pg_catalog.to_regclass(?)";
            case "SCHEMA" -> "n.oid = pg_catalog.to_regnamespace(?)";
            default -> "";
        };
        if (where.isEmpty() || name.isEmpty()) {
            return new Outcome.NotDone(List.of());
        }
        return new Outcome.NotDone(
                PostgresqlAnswer.all(connection, LEFT_BY_REINDEX.formatted(where), name.get()).stream()
                        .map(PostgresqlIndexProbe::drop)
                        .toList());
    }

    private static String drop(String index) {
        return "DROP INDEX CONCURRENTLY IF EXISTS " + index;
    }
}
