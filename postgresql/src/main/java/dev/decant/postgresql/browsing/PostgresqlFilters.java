package dev.decant.postgresql.browsing;

import dev.decant.database.browsing.BoundSqlBuilder;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RowFilter;
import dev.decant.database.browsing.RowRequest;
import dev.decant.sql.Syntax;
import java.util.Set;

/** Conditions on rows: columns that exist, operators of ours, values apart. */
final class PostgresqlFilters {
    /** Types that know no equality. */
    private static final Set<String> INCOMPARABLE = Set.of("json", "xml", "point", "polygon", "txid_snapshot");

    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "citext");

    private PostgresqlFilters() {}

    /** Appends all conditions of a request; the first one behind a word. */
    static void append(BoundSqlBuilder sql, Relation relation, RowRequest request, String first) {
        String and = first;
        for (RowFilter filter : request.filters()) {
            sql.add(and);
            append(sql, relation.column(filter.column()).orElseThrow(), filter);
            and = " AND ";
        }
        if (request.where().isPresent()) {
            sql.add(and).add("(").typed(request.where().get()).add(")");
        }
    }

    private static void append(BoundSqlBuilder sql, RelationColumn column, RowFilter filter) {
        String name = Syntax.POSTGRESQL.name(column.name());
        boolean bare = !INCOMPARABLE.contains(column.base());
        String compared = bare ? name : name + "::text";
        String type = bare ? column.plainType() : "text";
        switch (filter.operator()) {
            case EQUAL, DIFFERENT, LESS, AT_MOST, MORE, AT_LEAST ->
                sql.add(compared + " " + filter.operator().word() + " ")
                        .value(filter.values().getFirst(), type);
            case IN -> in(sql, compared, type, filter);
            case CONTAINS -> like(sql, column, " ILIKE ", "%" + plain(filter) + "%");
            case STARTS -> like(sql, column, " ILIKE ", plain(filter) + "%");
            case ENDS -> like(sql, column, " ILIKE ", "%" + plain(filter));
            case LIKE -> like(sql, column, " LIKE ", filter.values().getFirst());
            case NULL -> sql.add(name + " IS NULL");
            case NOT_NULL -> sql.add(name + " IS NOT NULL");
            case TRUE -> sql.add(name + " IS TRUE");
            case FALSE -> sql.add(name + " IS FALSE");
            case HAS -> has(sql, column, name, filter.values().getFirst());
            case HAS_KEY ->
                sql.add("jsonb_exists(" + name + "::jsonb, ")
                        .value(filter.values().getFirst(), "text")
                        .add(")");
        }
    }

    private static void in(BoundSqlBuilder sql, String compared, String type, RowFilter filter) {
        if (filter.values().isEmpty()) {
            sql.add("false");
            return;
        }
        sql.add(compared + " IN (");
        String comma = "";
        for (String value : filter.values()) {
            sql.add(comma).value(value, type);
            comma = ", ";
        }
        sql.add(")");
    }

    private static void like(BoundSqlBuilder sql, RelationColumn column, String operator, String pattern) {
        String name = Syntax.POSTGRESQL.name(column.name());
        sql.add(TEXTS.contains(column.base()) ? name : name + "::text")
                .add(operator)
                .value(pattern, "text");
    }

    /** The value as a pattern that only matches itself. */
    private static String plain(RowFilter filter) {
        return filter.values()
                .getFirst()
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }

    private static void has(BoundSqlBuilder sql, RelationColumn column, String name, String value) {
        if (column.base().equals("array")) {
            String element = column.plainType().replaceFirst("\\[]$", "");
            sql.value(value, element).add(" = ANY (" + name + ")");
        } else {
            sql.add(name + "::jsonb @> ").value(value, "jsonb");
        }
    }
}
