package dev.decant.postgresql.browsing;

import dev.decant.database.Ailment;
import dev.decant.database.Ailment.Kind;
import dev.decant.database.Ailment.Severity;
import dev.decant.database.TableSize;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What of a database somebody should mend. */
final class PostgresqlAilments {
    private static final long MUCH = 100L << 20;
    private static final long SOME = 10L << 20;
    private static final long FEW_ROWS = 1_000;

    private PostgresqlAilments() {}

    /** All of it, the worst first. */
    static List<Ailment> found(Connection connection, List<TableSize> sizes) throws SQLException {
        List<Ailment> found = new ArrayList<>(PostgresqlIndexAilments.found(connection));
        found.addAll(PostgresqlSequenceAilments.found(connection));
        found.addAll(unvalidated(connection));
        sizes.forEach(size -> {
            deadRows(size).ifPresent(found::add);
            bloat(size).ifPresent(found::add);
            neverAnalyzed(size).ifPresent(found::add);
        });
        found.sort(Comparator.comparing(Ailment::severity).thenComparing(Ailment::kind));
        return found;
    }

    /** Constraints that were added NOT VALID: ALTER TABLE, "Notes". */
    private static List<Ailment> unvalidated(Connection connection) throws SQLException {
        return PostgresqlRows.read(connection, """
                SELECT n.nspname, c.relname, o.conname
                FROM pg_catalog.pg_constraint o
                JOIN pg_catalog.pg_class c ON c.oid = o.conrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE NOT o.convalidated AND n.nspname !~ '^pg_'
                ORDER BY 1, 2, 3
                """, row -> {
            ObjectName table = ObjectName.of(row.getString(1), row.getString(2));
            String constraint = row.getString(3);
            return new Ailment(
                    Kind.UNVALIDATED_CONSTRAINT,
                    Severity.MEDIUM,
                    constraint,
                    Optional.of(table),
                    "The constraint " + constraint + " of " + table
                            + " was never checked against the rows that were there before it.",
                    "Rows may break it, and queries are not planned with it. Validating reads the table once; readers and writers go on.",
                    List.of("ALTER TABLE " + PostgresqlText.name(table) + " VALIDATE CONSTRAINT "
                            + PostgresqlText.name(constraint)),
                    true);
        });
    }

    private static Optional<Ailment> deadRows(TableSize size) {
        boolean many = size.deadRows() > FEW_ROWS && size.deadRows() > Math.max(0, size.rows()) / 5;
        return many
                ? Optional.of(new Ailment(
                        Kind.DEAD_ROWS,
                        size.bytes() > MUCH ? Severity.HIGH : Severity.MEDIUM,
                        size.table().toString(),
                        Optional.of(size.table()),
                        "%s has about %,d dead rows beside %,d live ones."
                                .formatted(size.table(), size.deadRows(), Math.max(0, size.rows())),
                        "Queries read over them. Autovacuum may be held up by a transaction that is open for long,"
                                + " or be set too slow for this table.",
                        List.of("VACUUM (ANALYZE) " + PostgresqlText.name(size.table())),
                        false))
                : Optional.empty();
    }

    private static Optional<Ailment> bloat(TableSize size) {
        boolean much = size.wastedBytes() > SOME && size.wastedBytes() > size.tableBytes() / 3;
        return much
                ? Optional.of(new Ailment(
                        Kind.BLOAT,
                        size.wastedBytes() > 10 * MUCH ? Severity.HIGH : Severity.LOW,
                        size.table().toString(),
                        Optional.of(size.table()),
                        "About %,d MB of the %,d MB of %s hold no row (an estimate from statistics)."
                                .formatted(size.wastedBytes() >> 20, size.tableBytes() >> 20, size.table()),
                        "New rows will fill the room. To give it back, VACUUM FULL writes the table again under an"
                                + " ACCESS EXCLUSIVE lock: readers and writers wait all the while.",
                        List.of("VACUUM (FULL, ANALYZE) " + PostgresqlText.name(size.table())),
                        false))
                : Optional.empty();
    }

    private static Optional<Ailment> neverAnalyzed(TableSize size) {
        return size.rows() < 0 && size.tableBytes() > SOME / 10
                ? Optional.of(new Ailment(
                        Kind.NEVER_ANALYZED,
                        Severity.LOW,
                        size.table().toString(),
                        Optional.of(size.table()),
                        "Nothing is known of what is in " + size.table() + ".",
                        "Queries are planned by guesses until somebody looks; autovacuum does so by itself after enough changes.",
                        List.of("ANALYZE " + PostgresqlText.name(size.table())),
                        false))
                : Optional.empty();
    }
}
