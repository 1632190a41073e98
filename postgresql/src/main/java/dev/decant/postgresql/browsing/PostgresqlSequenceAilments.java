package dev.decant.postgresql.browsing;

import dev.decant.database.Ailment;
import dev.decant.database.Ailment.Kind;
import dev.decant.database.Ailment.Severity;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Sequences that have few numbers left: of their own, or of the type of the column that they fill. */
final class PostgresqlSequenceAilments {
    /** A sequence is told of when so much of it is used. */
    private static final int PERCENT = 70;

    private static final int URGENT = 90;

    private static final String QUERY = """
            SELECT * FROM (
                SELECT s.schemaname, s.sequencename, t.nspname, t.relname, t.attname, s.last_value,
                       least(s.max_value, CASE t.type WHEN 'smallint' THEN 32767 WHEN 'integer' THEN 2147483647
                                                      ELSE s.max_value END) AS most,
                       coalesce(t.type, ''), NOT s.cycle
                FROM pg_catalog.pg_sequences s
                JOIN pg_catalog.pg_namespace sn ON sn.nspname = s.schemaname
                JOIN pg_catalog.pg_class sc ON sc.relnamespace = sn.oid AND sc.relname = s.sequencename
                LEFT JOIN LATERAL (
                    SELECT n.nspname, c.relname, a.attname, pg_catalog.format_type(a.atttypid, NULL) AS type
                    FROM pg_catalog.pg_depend d
                    JOIN pg_catalog.pg_class c ON c.oid = d.refobjid
                    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
                    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = sc.oid AND d.deptype IN ('a', 'i')
                      AND d.refclassid = 'pg_catalog.pg_class'::regclass
                    LIMIT 1) t ON true
                WHERE s.last_value IS NOT NULL AND s.increment_by > 0) u
            WHERE last_value >= most / 100.0 * %d
            ORDER BY last_value / most::numeric DESC
            """.formatted(PERCENT);

    private PostgresqlSequenceAilments() {}

    static List<Ailment> found(Connection connection) throws SQLException {
        return PostgresqlRows.read(connection, QUERY, PostgresqlSequenceAilments::ailment);
    }

    private static Ailment ailment(ResultSet row) throws SQLException {
        ObjectName sequence = ObjectName.of(row.getString(1), row.getString(2));
        long last = row.getLong(6);
        long most = row.getLong(7);
        int percent = (int) Math.min(100, last / Math.max(1, most / 100));
        Optional<ObjectName> table = Optional.ofNullable(row.getString(4)).isPresent()
                ? Optional.of(ObjectName.of(row.getString(3), row.getString(4)))
                : Optional.empty();
        String column = Optional.ofNullable(row.getString(5)).orElse("");
        Ailment ailment = new Ailment(
                Kind.EXHAUSTED_SEQUENCE,
                percent >= URGENT ? Severity.HIGH : Severity.MEDIUM,
                sequence.toString(),
                table,
                "%s has given %,d of %,d numbers (%d%%)%s."
                        .formatted(
                                sequence,
                                last,
                                most,
                                percent,
                                table.map(name -> " to " + name + "." + column).orElse("")),
                "When none is left, inserts fail. To make the column bigint writes the table again under an"
                        + " ACCESS EXCLUSIVE lock; so do columns that point at it.",
                cure(sequence, table, column),
                true);
        return table.map(name -> ailment.withCode("// make " + column + " of " + name + " bigint()"))
                .orElse(ailment);
    }

    private static List<String> cure(ObjectName sequence, Optional<ObjectName> table, String column) {
        String alter = "ALTER SEQUENCE " + PostgresqlText.name(sequence) + " AS bigint";
        return table.map(name -> List.of(
                        "ALTER TABLE " + PostgresqlText.name(name) + " ALTER COLUMN " + PostgresqlText.name(column)
                                + " TYPE bigint",
                        alter))
                .orElseGet(() -> List.of(alter + " NO MAXVALUE"));
    }
}
