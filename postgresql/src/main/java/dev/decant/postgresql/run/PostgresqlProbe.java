package dev.decant.postgresql.run;

import dev.decant.database.StatementProbe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Looks for what the statements that no transaction can hold leave behind, whole or by half. Those that do the same when they run again are
 * simply run again. What the manual says of each, on its own page of part VI.1, is the rule.
 */
public final class PostgresqlProbe implements StatementProbe {
    private static final Outcome AGAIN = new Outcome.NotDone(List.of());

    @Override
    public Outcome outcome(Connection connection, String sql) throws SQLException {
        PostgresqlWords words = new PostgresqlWords(sql);
        PostgresqlIndexProbe indexes = new PostgresqlIndexProbe(connection);
        Optional<String> verb =
                words.takeOneOf("CREATE", "DROP", "ALTER", "REINDEX", "VACUUM", "CLUSTER", "DISCARD", "CHECKPOINT");
        return switch (verb.orElse("")) {
            case "CREATE" -> ofCreate(words, connection, indexes);
            case "DROP" -> ofDrop(words, connection, indexes);
            case "ALTER" -> ofAlter(words, connection);
            case "REINDEX" -> indexes.ofReindex(words);
            case "VACUUM", "CLUSTER", "DISCARD", "CHECKPOINT" -> AGAIN;
            default -> new Outcome.Unknown();
        };
    }

    private static Outcome ofCreate(PostgresqlWords words, Connection connection, PostgresqlIndexProbe indexes)
            throws SQLException {
        words.take("UNIQUE");
        if (words.take("INDEX")) {
            return indexes.ofCreate(words);
        }
        Optional<Boolean> there = isThere(words, connection);
        return there.<Outcome>map(is -> is ? new Outcome.Done() : AGAIN).orElseGet(Outcome.Unknown::new);
    }

    private static Outcome ofDrop(PostgresqlWords words, Connection connection, PostgresqlIndexProbe indexes)
            throws SQLException {
        if (words.take("INDEX")) {
            return indexes.ofDrop(words);
        }
        Optional<Boolean> there = isThere(words, connection);
        return there.<Outcome>map(is -> is ? AGAIN : new Outcome.Done()).orElseGet(Outcome.Unknown::new);
    }

    /** Whether what the next words name is there; nothing when they name something else than databases and their like. */
    private static Optional<Boolean> isThere(PostgresqlWords words, Connection connection) throws SQLException {
        Optional<String> kind = words.takeOneOf("DATABASE", "TABLESPACE", "SUBSCRIPTION");
        words.take("IF", "EXISTS");
        Optional<String> name = words.takeStoredName();
        if (kind.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        String query = switch (kind.get()) {
            case "DATABASE" -> "SELECT 1 FROM pg_catalog.pg_database WHERE datname = ?::name";
            case "TABLESPACE" -> "SELECT 1 FROM pg_catalog.pg_tablespace WHERE spcname = ?::name";
            default -> "SELECT 1 FROM pg_catalog.pg_stat_subscription WHERE subname = ?::name";
        };
        return Optional.of(PostgresqlAnswer.of(connection, query, name.get()).isPresent());
    }

    private static Outcome ofAlter(PostgresqlWords words, Connection connection) throws SQLException {
        if (words.take("TABLE")) {
            return ofDetach(words, connection);
        }
        boolean repeatable = words.take("SYSTEM")
                || words.take("DATABASE")
                || words.take("SUBSCRIPTION") && (words.has("SET") || words.has("REFRESH"));
        return repeatable ? AGAIN : new Outcome.Unknown();
    }

    /** A partition that is detached by half is still shown, with a mark: pg_inherits.inhdetachpending. */
    private static Outcome ofDetach(PostgresqlWords words, Connection connection) throws SQLException {
        words.take("IF", "EXISTS");
        words.take("ONLY");
        Optional<String> table = words.takeName();
        Optional<String> partition = words.take("DETACH", "PARTITION") ? words.takeName() : Optional.empty();
        if (table.isEmpty() || partition.isEmpty()) {
            return new Outcome.Unknown();
        }
        Optional<String> pending = PostgresqlAnswer.of(
                connection,
                "SELECT inhdetachpending::text FROM pg_catalog.pg_inherits"
                        + " WHERE inhparent = pg_catalog.to_regclass(?) AND inhrelid = pg_catalog.to_regclass(?)",
                table.get(),
                partition.get());
        if (pending.isEmpty()) {
            return new Outcome.Done();
        }
        return pending.get().equals("true")
                ? new Outcome.Halfway(
                        List.of("ALTER TABLE " + table.get() + " DETACH PARTITION " + partition.get() + " FINALIZE"))
                : AGAIN;
    }
}
