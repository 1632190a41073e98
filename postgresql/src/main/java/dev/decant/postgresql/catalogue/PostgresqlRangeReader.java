package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;

import dev.decant.model.ObjectName;
import dev.decant.model.rangetype.RangeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads range types. */
final class PostgresqlRangeReader {
    /** An operator class or a collation counts only when it is not the subtype's own. */
    private static final String RANGES =
            """
            SELECT n.nspname AS namespace, r.typname AS name, obj_description(r.oid, 'pg_type') AS comment,
              mn.nspname AS multirange_namespace, m.typname AS multirange,
              CASE WHEN NOT o.opcdefault THEN o.opcname END AS operators, own.nspname AS operators_namespace,
              f.proname AS canonical, fn.nspname AS canonical_namespace,
              g.proname AS difference, gn.nspname AS difference_namespace,
              CASE WHEN x.rngcollation <> tt.typcollation THEN l.collname END AS collation, ln.nspname AS collation_namespace,
            %s
            FROM pg_range x
            JOIN pg_type r ON r.oid = x.rngtypid
            JOIN pg_namespace n ON n.oid = r.typnamespace
            JOIN pg_type m ON m.oid = x.rngmultitypid
            JOIN pg_namespace mn ON mn.oid = m.typnamespace
            JOIN pg_opclass o ON o.oid = x.rngsubopc
            JOIN pg_namespace own ON own.oid = o.opcnamespace
            %s
            LEFT JOIN pg_proc f ON f.oid = x.rngcanonical
            LEFT JOIN pg_namespace fn ON fn.oid = f.pronamespace
            LEFT JOIN pg_proc g ON g.oid = x.rngsubdiff
            LEFT JOIN pg_namespace gn ON gn.oid = g.pronamespace
            LEFT JOIN pg_collation l ON l.oid = x.rngcollation
            LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
            WHERE r.typnamespace = ANY (?)
              AND NOT EXISTS (
                SELECT FROM pg_depend e
                WHERE e.classid = 'pg_type'::regclass AND e.objid = r.oid AND e.deptype = 'e')
            """.formatted(PostgresqlTypeReader.selected("NULL"), PostgresqlTypeReader.joined("x.rngsubtype"));

    private PostgresqlRangeReader() {}

    static List<RangeType> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(RANGES, PostgresqlRangeReader::range);
    }

    private static RangeType range(ResultSet row) throws SQLException {
        return new RangeType(
                ObjectName.of(row.getString("namespace"), row.getString("name")),
                PostgresqlTypeReader.type(row),
                new RangeType.Comparison(
                        named(row, "operators"),
                        PostgresqlTypeReader.collation(row),
                        named(row, "canonical"),
                        named(row, "difference")),
                Optional.of(ObjectName.of(row.getString("multirange_namespace"), row.getString("multirange"))),
                text(row, "comment"));
    }

    /** The name in that column, in the namespace of the column beside it unless that is the system's. */
    private static Optional<ObjectName> named(ResultSet row, String column) throws SQLException {
        return PostgresqlTypeReader.named(row, column, column + "_namespace");
    }
}
