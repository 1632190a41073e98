package dev.decant.postgresql.graveyard;

import dev.decant.postgresql.run.PostgresqlAnswer;
import dev.decant.postgresql.sql.PostgresqlText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
 * @param parental whether others inherit from it that are no partitions
 */
record PostgresqlTableFacts(
        String oid, String namespace, String name, String kind, boolean temporary, boolean parental) {
    private static final String QUERY = """
            SELECT c.oid::text, n.nspname, c.relname, c.relkind::text, c.relpersistence = 't',
                c.relkind = 'r' AND EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE c.oid = i.inhparent)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.oid = pg_catalog.to_regclass(?)
            """;

    /** Those that are its own; those of the table that it is a partition of come and go with that. */
    private static final String REFERENCES = " FROM pg_catalog.pg_constraint WHERE conrelid = ?::oid"
            + " AND confrelid <> conrelid AND conparentid = 0 AND contype = 'f' ORDER BY conname";

    private static final String PARENTS = """
            FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
            JOIN pg_catalog.pg_class p ON p.oid = i.inhparent JOIN pg_catalog.pg_namespace n ON n.oid = p.relnamespace
            WHERE i.inhrelid = ?::oid ORDER BY i.inhseqno
            """;

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

    /** It and all its partitions, those of partitions too; each behind what it is a part of. */
    List<PostgresqlTableFacts> tree(Connection connection) throws SQLException {
        List<PostgresqlTableFacts> tree = new ArrayList<>(List.of(this));
        List<String> partitions = PostgresqlAnswer.all(
                connection,
                "SELECT relid::text FROM pg_catalog.pg_partition_tree(?::oid::regclass) WHERE relid <> ?::oid ORDER BY level, relid::text",
                oid,
                oid);
        for (String partition : partitions) {
            tree.add(of(connection, partition).orElseThrow());
        }
        return tree;
    }

    /** The statements that make it a table of its own, where it is a partition or inherits. */
    List<String> leavingParents(Connection connection) throws SQLException {
        return PostgresqlAnswer.all(
                connection,
                "SELECT CASE WHEN c.relispartition THEN pg_catalog.format('ALTER TABLE %I.%I DETACH PARTITION %s', n.nspname, p.relname, ?)"
                        + " ELSE pg_catalog.format('ALTER TABLE %s NO INHERIT %I.%I', ?, n.nspname, p.relname) END "
                        + PARENTS,
                written(),
                written(),
                oid);
    }

    /** The statements that take that back. */
    List<String> joiningParents(Connection connection) throws SQLException {
        return PostgresqlAnswer.all(
                connection,
                "SELECT CASE WHEN c.relispartition THEN pg_catalog.format('ALTER TABLE %I.%I ATTACH PARTITION %s %s', n.nspname, p.relname, ?,"
                        + " pg_catalog.pg_get_expr(c.relpartbound, c.oid))"
                        + " ELSE pg_catalog.format('ALTER TABLE %s INHERIT %I.%I', ?, n.nspname, p.relname) END "
                        + PARENTS,
                written(),
                written(),
                oid);
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
