package dev.decant.postgresql.graveyard;

import dev.decant.database.Graveyard;
import dev.decant.postgresql.run.PostgresqlAttempts;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The schema {@code decant_graveyard}. A table moves there with all that belongs to it; a column is copied with the key of its table; types,
 * functions and sequences move there when something that is kept rests on them.
 */
public final class PostgresqlGraveyard implements Graveyard {
    @Override
    public Inventory inventory(Connection connection) throws SQLException {
        return PostgresqlInventory.of(connection);
    }

    @Override
    public boolean drops(String sql) {
        return !(PostgresqlSubjectReader.dropped(sql) instanceof PostgresqlSubject.Nothing)
                || PostgresqlSubjectReader.cascades(sql);
    }

    @Override
    public Done keep(Connection connection, String migration, Instant until, String sql) throws SQLException {
        PostgresqlBurial burial = new PostgresqlBurial(connection, migration, until);
        return switch (PostgresqlSubjectReader.dropped(sql)) {
            case PostgresqlSubject.Tables(List<String> names) -> burial.ofTables(names);
            case PostgresqlSubject.Columns(String table, List<String> names) -> burial.ofColumns(table, names);
            case PostgresqlSubject.Foundation foundation -> burial.of(foundation, sql);
            case PostgresqlSubject.Nothing() -> burial.ofCascade(sql);
        };
    }

    @Override
    public boolean holds(Connection connection, String migration) throws SQLException {
        return new PostgresqlGraves(connection).any(migration);
    }

    @Override
    public Done restore(Connection connection, String migration, String sql) throws SQLException {
        PostgresqlReturn back = new PostgresqlReturn(connection, migration);
        Done done = switch (PostgresqlSubjectReader.made(sql)) {
            case PostgresqlSubject.Tables(List<String> names) -> back.ofTable(names.getFirst());
            case PostgresqlSubject.Columns(String table, List<String> names) -> back.ofColumns(table, names, sql);
            case PostgresqlSubject.Foundation foundation -> back.of(foundation);
            case PostgresqlSubject.Nothing() -> Done.NOTHING;
        };
        boolean makes = Lexer.code(sql, PostgresqlText.SYNTAX).stream()
                .findFirst()
                .filter(word -> word.isWord("CREATE") || word.isWord("ALTER"))
                .isPresent();
        return !done.instead() && makes && new PostgresqlGraves(connection).anyRestored(migration)
                ? new PostgresqlAttempts(connection).make(sql)
                : done;
    }

    @Override
    public void settle(Connection connection, String migration) throws SQLException {
        new PostgresqlGraves(connection).settle(migration);
    }

    @Override
    public List<Kept> kept(Connection connection) throws SQLException {
        return new PostgresqlGraves(connection).kept();
    }

    @Override
    public boolean isDue(Connection connection, Instant now) throws SQLException {
        return new PostgresqlGraves(connection).anyDue(now);
    }

    /** What something still rests on stays until that is gone as well. */
    @Override
    public List<String> empty(Connection connection, Instant now) throws SQLException {
        PostgresqlGraves graves = new PostgresqlGraves(connection);
        PostgresqlAttempts attempts = new PostgresqlAttempts(connection);
        List<String> gone = new ArrayList<>();
        for (PostgresqlGrave grave : graves.due(now)) {
            String drop = "DROP " + word(grave) + " IF EXISTS " + grave.place();
            Optional<SQLException> failure = attempts.attempt(drop);
            if (failure.isEmpty()) {
                graves.remove(grave);
                gone.add(grave.words());
            } else if (!PostgresqlAttempts.state(failure.get()).equals(PostgresqlAttempts.DEPENDED_ON)) {
                throw failure.get();
            }
        }
        return gone;
    }

    private static String word(PostgresqlGrave grave) {
        return switch (grave.kind()) {
            case TABLE, COLUMN -> "TABLE";
            case SEQUENCE, ROUTINE, TYPE -> grave.definition();
        };
    }
}
