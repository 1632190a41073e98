package dev.decant.postgresql.graveyard;

import dev.decant.postgresql.run.PostgresqlAnswer;
import dev.decant.postgresql.sql.PostgresqlText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What must be known of a table before it goes into the graveyard.
 *
 * @param oid its number in pg_class
 * @param namespace its schema
 * @param name its name
 * @param kind its relkind
 * @param temporary whether it is gone with the session anyway
 * @param inherits whether it is a partition, or it or others inherit
 */
record PostgresqlTableFacts(
        String oid, String namespace, String name, String kind, boolean temporary, boolean inherits) {
    private static final String QUERY = """
            SELECT c.oid::text, n.nspname, c.relname, c.relkind::text, c.relpersistence = 't',
                EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE c.oid IN (i.inhparent, i.inhrelid))
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.oid = pg_catalog.to_regclass(?)
            """;

    private static final String REFERENCES =
            " FROM pg_catalog.pg_constraint WHERE conrelid = ?::oid AND confrelid <> conrelid AND contype = 'f' ORDER BY conname";

    /** The table of this name, as it stands in a statement. */
    static Optional<PostgresqlTableFacts> of(Connection connection, String written) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, written);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new PostgresqlTableFacts(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBoolean(5),
                                row.getBoolean(6)))
                        : Optional.empty();
            }
        }
    }

    /** Whether it holds rows that last; those of a foreign table are elsewhere. */
    boolean isKept() {
        return !temporary && (kind.equals("r") || kind.equals("p"));
    }

    /** Why it cannot be moved as a whole. */
    Optional<String> obstacle() {
        return kind.equals("p") || inherits
                ? Optional.of("it is partitioned, a partition, or inherits")
                : Optional.empty();
    }

    boolean hasRows(Connection connection) throws SQLException {
        return isKept()
                && PostgresqlAnswer.of(connection, "SELECT 'some' WHERE EXISTS (SELECT FROM " + written() + ")")
                        .isPresent();
    }

    /** The statements that bring back what points from it at other tables, and would keep those from changing. */
    List<String> references(Connection connection) throws SQLException {
        return PostgresqlAnswer.all(
                connection,
                "SELECT pg_catalog.format('ALTER TABLE %s ADD CONSTRAINT %I %s', '"
                        + written().replace("'", "''") + "', conname, pg_catalog.pg_get_constraintdef(oid))"
                        + REFERENCES,
                oid);
    }

    List<String> droppingReferences(Connection connection) throws SQLException {
        return PostgresqlAnswer.all(
                connection,
                "SELECT pg_catalog.format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)"
                        + REFERENCES,
                oid);
    }

    /** The names of its extended statistics, which do not move with it. */
    List<String> statistics(Connection connection) throws SQLException {
        return PostgresqlAnswer.all(
                connection,
                "SELECT pg_catalog.quote_ident(s.stxname) FROM pg_catalog.pg_statistic_ext s JOIN pg_catalog.pg_class c"
                        + " ON c.oid = s.stxrelid WHERE c.oid = ?::oid AND s.stxnamespace = c.relnamespace",
                oid);
    }

    PostgresqlGrave grave(String home, List<String> afterwards) {
        return new PostgresqlGrave(
                0, PostgresqlGrave.Kind.TABLE, namespace, name, "", home, PostgresqlText.name(name), "", afterwards);
    }

    String written() {
        return PostgresqlText.name(namespace) + "." + PostgresqlText.name(name);
    }

    String words() {
        return namespace + "." + name;
    }
}
