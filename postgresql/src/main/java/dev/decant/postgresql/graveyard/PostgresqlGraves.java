package dev.decant.postgresql.graveyard;

import dev.decant.database.Graveyard;
import dev.decant.postgresql.run.PostgresqlAnswer;
import dev.decant.postgresql.run.PostgresqlAttempts;
import dev.decant.postgresql.sql.PostgresqlOwn;
import dev.decant.postgresql.sql.PostgresqlText;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of what is kept: what it was, where it is, and how long.
 *
 * @param connection a session
 */
record PostgresqlGraves(Connection connection) {
    private static final String TABLE = PostgresqlOwn.NAMESPACE + ".grave";

    private static final String CREATE = "CREATE TABLE IF NOT EXISTS " + TABLE + """
            (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, migration_id text NOT NULL, kind text NOT NULL,
            namespace text NOT NULL, name text NOT NULL, part text NOT NULL, kept_in text NOT NULL, kept_as text NOT NULL,
            definition text NOT NULL, afterwards text[] NOT NULL, keep_until timestamp with time zone NOT NULL,
            restored boolean NOT NULL DEFAULT false)
            """;

    private static final String SELECT =
            "SELECT id, kind, namespace, name, part, kept_in, kept_as, definition, afterwards FROM " + TABLE
                    + " WHERE ";

    boolean areThere() throws SQLException {
        return PostgresqlAnswer.of(connection, "SELECT pg_catalog.to_regclass('" + TABLE + "')::text")
                .isPresent();
    }

    void prepare() throws SQLException {
        if (!areThere()) {
            new PostgresqlAttempts(connection).execute(CREATE);
        }
    }

    /** Whether anything is kept. */
    boolean any() throws SQLException {
        return areThere() && isTrue("SELECT EXISTS (SELECT FROM " + TABLE + ")");
    }

    boolean any(String migration) throws SQLException {
        return areThere() && isTrue("SELECT EXISTS (SELECT FROM " + TABLE + " WHERE migration_id = ?)", migration);
    }

    /** Whether something of a migration came back already. */
    boolean anyRestored(String migration) throws SQLException {
        return isTrue("SELECT EXISTS (SELECT FROM " + TABLE + " WHERE migration_id = ? AND restored)", migration);
    }

    boolean anyDue(Instant now) throws SQLException {
        return areThere()
                && isTrue(
                        "SELECT EXISTS (SELECT FROM " + TABLE + " WHERE keep_until <= ?::timestamptz)", now.toString());
    }

    private boolean isTrue(String query, String... values) throws SQLException {
        return PostgresqlAnswer.of(connection, "SELECT (" + query + ")::text", values)
                .equals(Optional.of("true"));
    }

    void add(String migration, PostgresqlGrave grave, Instant until) throws SQLException {
        String insert =
                "INSERT INTO " + TABLE + " (migration_id, kind, namespace, name, part, kept_in, kept_as, definition,"
                        + " afterwards, keep_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            List<String> texts = List.of(
                    migration,
                    grave.kind().word(),
                    grave.namespace(),
                    grave.name(),
                    grave.part(),
                    grave.keptIn(),
                    grave.keptAs(),
                    grave.definition());
            for (int i = 0; i < texts.size(); i++) {
                statement.setString(i + 1, texts.get(i));
            }
            statement.setArray(
                    9, connection.createArrayOf("text", grave.afterwards().toArray()));
            statement.setObject(10, until.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** What a migration dropped under a name and is not back. */
    List<PostgresqlGrave> find(String migration, PostgresqlGrave.Kind kind, PostgresqlPlace place, String part)
            throws SQLException {
        return select(
                "NOT restored AND migration_id = ? AND kind = ? AND namespace = ? AND name = ? AND part = ? ORDER BY id",
                migration,
                kind.word(),
                place.namespace(),
                place.name(),
                part);
    }

    /** What a migration dropped and is kept as a table of the graveyard. */
    List<PostgresqlGrave> at(String migration, PostgresqlTableFacts kept) throws SQLException {
        return select(
                "NOT restored AND migration_id = ? AND kind = ? AND kept_in = ? AND kept_as = ? ORDER BY id",
                migration,
                PostgresqlGrave.Kind.TABLE.word(),
                kept.namespace(),
                PostgresqlText.name(kept.name()));
    }

    /** What is kept for long enough, in an order in which it can go. */
    List<PostgresqlGrave> due(Instant now) throws SQLException {
        return select("keep_until <= ?::timestamptz ORDER BY id", now.toString()).stream()
                .sorted(Comparator.comparing(PostgresqlGrave::kind))
                .toList();
    }

    /** What is kept and not back. */
    List<Graveyard.Kept> kept() throws SQLException {
        return areThere() ? readKept() : List.of();
    }

    private List<Graveyard.Kept> readKept() throws SQLException {
        String query =
                SELECT.replace(" FROM ", ", migration_id, keep_until FROM ") + "NOT restored ORDER BY keep_until, id";
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            List<Graveyard.Kept> kept = new ArrayList<>();
            while (row.next()) {
                PostgresqlGrave grave = grave(row);
                Instant until = row.getObject(11, OffsetDateTime.class).toInstant();
                kept.add(new Graveyard.Kept(grave.words(), grave.place(), row.getString(10), until));
            }
            return kept;
        }
    }

    private List<PostgresqlGrave> select(String where, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT + where)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<PostgresqlGrave> graves = new ArrayList<>();
                while (row.next()) {
                    graves.add(grave(row));
                }
                return graves;
            }
        }
    }

    private static PostgresqlGrave grave(ResultSet row) throws SQLException {
        Array afterwards = row.getArray(9);
        return new PostgresqlGrave(
                row.getLong(1),
                PostgresqlGrave.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Stream.of((String[]) afterwards.getArray()).toList());
    }

    void restored(PostgresqlGrave grave) throws SQLException {
        new PostgresqlAttempts(connection).execute("UPDATE " + TABLE + " SET restored = true WHERE id = " + grave.id());
    }

    void remove(PostgresqlGrave grave) throws SQLException {
        new PostgresqlAttempts(connection).execute("DELETE FROM " + TABLE + " WHERE id = " + grave.id());
    }

    /** Forgets what came back. */
    void settle(String migration) throws SQLException {
        if (areThere()) {
            String delete = "DELETE FROM " + TABLE + " WHERE migration_id = ? AND restored";
            try (PreparedStatement statement = connection.prepareStatement(delete)) {
                statement.setString(1, migration);
                statement.executeUpdate();
            }
        }
    }
}
