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
 * What must be known of a column before its values go into the graveyard.
 *
 * @param number its number in its table
 * @param name its name
 * @param type its type and collation, as ADD COLUMN wants them
 * @param afterwards its default, and whether it must have a value
 */
record PostgresqlColumnFacts(int number, String name, String type, List<String> afterwards) {
    private static final String QUERY = """
            SELECT a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)
                || coalesce((SELECT pg_catalog.format(' COLLATE %I.%I', n.nspname, l.collname)
                        FROM pg_catalog.pg_collation l JOIN pg_catalog.pg_namespace n ON n.oid = l.collnamespace
                        JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                        WHERE l.oid = a.attcollation AND l.oid <> t.typcollation), ''),
                'SET DEFAULT ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid), CASE WHEN a.attnotnull THEN 'SET NOT NULL' END
            FROM pg_catalog.pg_attribute a
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = ?::oid AND a.attname = (pg_catalog.parse_ident(?))[1] AND a.attgenerated = '' AND a.attnum > 0
            """;

    /** Columns that must have a value and together one that no other row has; the primary key first. */
    private static final String KEY = """
            SELECT (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ',' ORDER BY a.attnum)
                    FROM pg_catalog.pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey::int2[]))
            FROM pg_catalog.pg_index i
            WHERE i.indrelid = ?::oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
                AND NOT ?::int2 = ANY (i.indkey::int2[])
                AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a
                    WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey::int2[]) AND NOT a.attnotnull)
            ORDER BY i.indisprimary DESC, i.indnatts, i.indexrelid LIMIT 1
            """;

    /**
     * What goes with a column and is no part of it; the server makes no difference between what it is told once and twice. An index of a partitioned table makes
     * those of its partitions, so that of these only what is their own is told.
     */
    private static final String COMPANIONS = """
            SELECT text FROM (
                SELECT 1, CASE WHEN i.indisvalid THEN pg_catalog.replace(pg_catalog.pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
                    ELSE pg_catalog.pg_get_indexdef(i.indexrelid) END
                FROM pg_catalog.pg_index i
                WHERE i.indrelid = ?::oid AND ?::int2 = ANY (i.indkey::int2[])
                    AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhrelid = i.indexrelid)
                    AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint o WHERE o.conindid = i.indexrelid AND o.conrelid = i.indrelid)
                UNION ALL
                SELECT 2, pg_catalog.format('ALTER TABLE %s ADD CONSTRAINT %I %s', ?, o.conname, pg_catalog.pg_get_constraintdef(o.oid))
                FROM pg_catalog.pg_constraint o
                WHERE o.conrelid = ?::oid AND ?::int2 = ANY (o.conkey) AND o.contype IN ('c', 'u', 'f', 'x', 'p') AND o.coninhcount = 0
                UNION ALL
                SELECT 3, pg_catalog.format('COMMENT ON COLUMN %s.%s IS %L', ?, ?, pg_catalog.col_description(?::oid, ?::int2))
                WHERE pg_catalog.col_description(?::oid, ?::int2) IS NOT NULL
                UNION ALL
                SELECT 4, pg_catalog.format('GRANT %s (%s) ON %s TO %s%s', g.privilege_type, ?, ?,
                    CASE WHEN g.grantee = 0 THEN 'PUBLIC' ELSE g.grantee::regrole::text END,
                    CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                FROM pg_catalog.pg_attribute a, pg_catalog.aclexplode(a.attacl) g
                WHERE a.attrelid = ?::oid AND a.attnum = ?::int2
            ) AS companions (place, text) ORDER BY place
            """;

    PostgresqlColumnFacts {
        afterwards = List.copyOf(afterwards);
    }

    /** A column of a table, by its name in a statement; none when it is computed, or not there. */
    static Optional<PostgresqlColumnFacts> of(Connection connection, PostgresqlTableFacts table, String written)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, table.oid());
            statement.setString(2, written);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static PostgresqlColumnFacts read(ResultSet row) throws SQLException {
        List<String> afterwards = new ArrayList<>();
        for (int field = 4; field <= 5; field++) {
            Optional.ofNullable(row.getString(field)).ifPresent(afterwards::add);
        }
        return new PostgresqlColumnFacts(row.getInt(1), row.getString(2), row.getString(3), afterwards);
    }

    /** The columns that tell the rows of the table apart without this one, as they are written; none where there are no such. */
    List<String> key(Connection connection, PostgresqlTableFacts table) throws SQLException {
        return PostgresqlAnswer.all(connection, KEY, table.oid(), String.valueOf(number));
    }

    PostgresqlGrave grave(PostgresqlTableFacts table, String home, String copy, Connection connection)
            throws SQLException {
        List<String> all = new ArrayList<>();
        for (PostgresqlTableFacts member : table.tree(connection)) {
            Optional<PostgresqlColumnFacts> there = of(connection, member, written());
            if (there.isPresent()) {
                all.addAll(there.get().companions(member, connection));
            }
        }
        return new PostgresqlGrave(
                0, PostgresqlGrave.Kind.COLUMN, table.namespace(), table.name(), name, home, copy, type, all);
    }

    /** Those of the table itself, or of a partition of it. */
    private List<String> companions(PostgresqlTableFacts table, Connection connection) throws SQLException {
        String number = String.valueOf(this.number);
        String oid = table.oid();
        List<String> all = new ArrayList<>(afterwards.stream()
                .map(part -> "ALTER TABLE " + table.written() + " ALTER COLUMN " + written() + " " + part)
                .toList());
        all.addAll(PostgresqlAnswer.all(
                connection,
                COMPANIONS,
                oid,
                number,
                table.written(),
                oid,
                number,
                table.written(),
                written(),
                oid,
                number,
                oid,
                number,
                written(),
                table.written(),
                oid,
                number));
        return all;
    }

    String written() {
        return PostgresqlText.name(name);
    }
}
