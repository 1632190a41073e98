package dev.decant.postgresql.browsing;

import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.BoundSqlBuilder;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RowPlan.ShownColumn;
import dev.decant.sql.Syntax;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values as PostgreSQL prints them, and no more of a long one than its beginning.
 *
 * <p>{@code octet_length} of text and bytes is read from the head of a stored value, and {@code left} and {@code substring} of one that is not
 * compressed read a slice of it, so that a value of hundreds of megabytes costs nothing (varlena.c, detoast.c). Text comes by the type's
 * output function, as {@code format('%s')} calls it, and not by a cast, which for {@code inet} and {@code character} says something else.
 */
final class PostgresqlValues {
    /** The most bytes of a text that are shown. */
    static final int TEXT_LIMIT = 4096;

    /** The most bytes of a binary value that are shown. */
    static final int BYTES_LIMIT = 1024;

    /** How much is shown of what is longer, in characters of text and in bytes of a binary value. */
    static final int HEAD = 256;

    /** What is stored in more than this is not even written out to see how long it is. */
    private static final int STORED_LIMIT = 256 * 1024;

    /** The place of a row, where nothing else tells it from others. */
    static final RelationColumn PLACE =
            new RelationColumn("ctid", "tid", "tid", "tid", true, "", false, "", "", List.of());

    private static final Set<String> TEXTS = Set.of("text", "varchar");

    private static final Set<String> SHORT = PostgresqlScalars.and(
            "interval",
            "char",
            "bpchar",
            "tid",
            "xid",
            "xid8",
            "pg_lsn",
            "point",
            "box",
            "circle",
            "line",
            "lseg",
            "void");

    private PostgresqlValues() {}

    static ShownColumn shown(RelationColumn column) {
        return new ShownColumn(column, !SHORT.contains(column.base()), kind(column.base()));
    }

    /** Whether a value is its own text. */
    static boolean isText(RelationColumn column) {
        return TEXTS.contains(column.base());
    }

    private static String kind(String base) {
        return switch (base) {
            case "text", "varchar", "citext", "xml" -> "text";
            case "bytea" -> "bytes";
            case "json", "jsonb" -> "json";
            case "vector", "halfvec", "sparsevec" -> "vector";
            default -> "other";
        };
    }

    /** Appends what reads a column: its value, and where that may be cut its length. */
    static void select(BoundSqlBuilder sql, ShownColumn shown) {
        select(sql, shown, shown.column().name(), 0);
    }

    /**
     * The same of a column that has another name where it is read.
     *
     * @param most the most bytes that are read as a whole; 0 for what a page shows
     */
    static void select(BoundSqlBuilder sql, ShownColumn shown, String read, int most) {
        String name = Syntax.POSTGRESQL.name(read);
        if (!shown.cut()) {
            sql.name(read);
        } else if (shown.column().base().equals("bytea")) {
            sql.add(
                    cut(
                            name,
                            "octet_length(" + name + ")",
                            most > 0 ? most : BYTES_LIMIT,
                            "substring(" + name + " FROM 1 FOR " + HEAD + ")"),
                    name);
        } else if (TEXTS.contains(shown.column().base())) {
            sql.add(
                    cut(
                            name,
                            "octet_length(" + name + ")",
                            most > 0 ? most : TEXT_LIMIT,
                            "left(" + name + ", " + HEAD + ")"),
                    name);
        } else {
            sql.add(cutPrinted(name, most > 0 ? most : TEXT_LIMIT), name);
        }
    }

    private static String cut(String name, String length, int limit, String head) {
        return "CASE WHEN " + length + " > " + limit + " THEN " + head + " ELSE " + name + " END, CASE WHEN " + length
                + " > " + limit + " THEN " + length + " END";
    }

    /** What is stored in much room is not printed at all; what is stored in little is, to see how long it is. */
    private static String cutPrinted(String name, int limit) {
        String printed = "format('%s', " + name + ")";
        String stored = "pg_column_size(" + name + ")";
        return "CASE WHEN " + stored + " IS NULL THEN NULL WHEN " + stored + " > " + STORED_LIMIT
                + " THEN '' WHEN octet_length(" + printed
                + ") > " + limit + " THEN left(" + printed + ", " + HEAD + ") ELSE " + printed + " END, CASE WHEN "
                + stored + " > "
                + STORED_LIMIT + " THEN " + stored + " WHEN octet_length(" + printed + ") > " + limit
                + " THEN octet_length("
                + printed + ") END";
    }

    /** What reads a column as text, whole. */
    static String text(RelationColumn column) {
        return printed(Syntax.POSTGRESQL.name(column.name()));
    }

    /** What reads a value as text, by what it is called where it is read. */
    static String printed(String name) {
        return "CASE WHEN pg_column_size(" + name + ") IS NOT NULL THEN format('%s', " + name + ") END";
    }

    /** Reads columns of one row as text. */
    static BoundSql row(
            Relation relation, List<RelationColumn> columns, List<String> identity, List<@Nullable String> values) {
        BoundSqlBuilder sql = new BoundSqlBuilder(Syntax.POSTGRESQL).words("SELECT ");
        sql.add(columns.stream().map(PostgresqlValues::text).collect(Collectors.joining(", ")));
        sql.words("FROM ").name(relation.name());
        where(sql, relation, identity, values);
        return sql.build();
    }

    /** Appends the condition that columns have values. */
    static void where(BoundSqlBuilder sql, Relation relation, List<String> identity, List<@Nullable String> values) {
        sql.words("WHERE ");
        for (int i = 0; i < identity.size(); i++) {
            String key = identity.get(i);
            RelationColumn keyColumn =
                    key.equals(PLACE.name()) ? PLACE : relation.column(key).orElseThrow();
            sql.add(i == 0 ? "" : " AND ").name(key).add(" = ").value(values.get(i), keyColumn.plainType());
        }
    }
}
