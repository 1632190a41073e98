package dev.decant.postgresql.browsing;

import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.BoundSqlBuilder;
import dev.decant.database.browsing.CellPlace;
import dev.decant.database.browsing.Query;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.sql.Syntax;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Parts of one value of PostgreSQL, and the beginnings of all values of a query. */
final class PostgresqlCells {
    private PostgresqlCells() {}

    static BoundSql part(CellPlace place, long from, int count) {
        BoundSqlBuilder sql = new BoundSqlBuilder(Syntax.POSTGRESQL).words("SELECT ");
        switch (place) {
            case CellPlace.Keyed(var relation, var column, var identity, var values) -> {
                part(sql, column, Syntax.POSTGRESQL.name(column.name()), from, count);
                sql.words("FROM ").name(relation.name());
                PostgresqlValues.where(sql, relation, identity, values);
            }
            case CellPlace.Counted(Query query, int number, long row) -> {
                part(sql, query.columns().get(number), column(number), from, count);
                sql.add(", ");
                beginnings(sql, query);
                from(sql, query, "OFFSET " + row + " LIMIT 1");
            }
        }
        return sql.build();
    }

    /** A part of a value, and how long the whole is in UTF-8. */
    private static void part(BoundSqlBuilder sql, RelationColumn column, String name, long from, int count) {
        if (column.base().equals("bytea")) {
            sql.add("substring(" + name + " FROM " + from + " FOR " + count + "), octet_length(" + name + ")");
        } else {
            String text = PostgresqlValues.isText(column) ? name : PostgresqlValues.printed(name);
            sql.add("substring(" + text + ", " + from + ", " + count
                    + "), CASE WHEN pg_catalog.getdatabaseencoding() = 'UTF8' THEN octet_length(" + text
                    + ") ELSE octet_length(convert_to(" + text + ", 'UTF8')) END");
        }
    }

    static BoundSql beginnings(Query query) {
        BoundSqlBuilder sql = new BoundSqlBuilder(Syntax.POSTGRESQL).words("SELECT ");
        beginnings(sql, query);
        from(sql, query, "OFFSET 0");
        return sql.build();
    }

    private static void beginnings(BoundSqlBuilder sql, Query query) {
        String comma = "";
        for (int i = 0; i < query.columns().size(); i++) {
            sql.add(comma);
            PostgresqlValues.select(sql, PostgresqlValues.shown(query.columns().get(i)), column(i), query.whole());
            comma = ", ";
        }
    }

    /** The rows with columns by number; an inner query with an OFFSET is carried out as it stands, so that nothing in it happens twice. */
    private static void from(BoundSqlBuilder sql, Query query, String rows) {
        String columns = IntStream.range(0, query.columns().size())
                .mapToObj(PostgresqlCells::column)
                .collect(Collectors.joining(", "));
        sql.words("FROM (SELECT * FROM (")
                .add(query.sql())
                .add("\n) AS asked " + rows + ") AS answer (" + columns + ")");
    }

    private static String column(int number) {
        return "c" + number;
    }
}
