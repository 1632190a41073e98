package dev.decant.postgresql;

import static dev.decant.postgresql.PostgresqlCatalogue.text;
import static dev.decant.postgresql.PostgresqlCatalogue.texts;

import dev.decant.model.Constraint;
import dev.decant.model.Deferral;
import dev.decant.model.Expression;
import dev.decant.model.MatchType;
import dev.decant.model.ObjectName;
import dev.decant.model.ReferentialAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the constraints of all tables. */
final class PostgresqlConstraintReader {
    private static final String CONSTRAINTS = """
            SELECT k.conrelid, k.conname AS name, k.contype, k.condeferrable, k.condeferred, k.convalidated, k.connoinherit,
              k.confupdtype, k.confdeltype, k.confmatchtype, fn.nspname AS target_namespace, f.relname AS target_name,
              pg_get_expr(k.conbin, k.conrelid) AS condition, obj_description(k.oid, 'pg_constraint') AS comment,
              ARRAY(
                SELECT a.attname::text
                FROM unnest(k.conkey) WITH ORDINALITY AS u (number, place)
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number
                ORDER BY u.place) AS columns,
              ARRAY(
                SELECT a.attname::text
                FROM unnest(k.confkey) WITH ORDINALITY AS u (number, place)
                JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number
                ORDER BY u.place) AS target_columns,
              %s AS nulls_not_distinct
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            LEFT JOIN pg_class f ON f.oid = k.confrelid
            LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
            LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype = 'u'
            WHERE c.relnamespace = ANY (?) AND c.relkind = 'r' AND NOT c.relispartition
              AND k.contype IN ('p', 'u', 'f', 'c')
            """;

    private record Found(long table, Constraint constraint) {}

    private PostgresqlConstraintReader() {}

    /** The constraints by the oids of their tables. */
    static Map<Long, List<Constraint>> read(PostgresqlCatalogue catalogue) throws SQLException {
        String nulls = catalogue.version() >= 15 ? "coalesce(i.indnullsnotdistinct, false)" : "false";
        Map<Long, List<Constraint>> constraints = new HashMap<>();
        for (Found found : catalogue.read(CONSTRAINTS.formatted(nulls), PostgresqlConstraintReader::found)) {
            constraints.computeIfAbsent(found.table(), id -> new ArrayList<>()).add(found.constraint());
        }
        return constraints;
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(row.getLong("conrelid"), constraint(row));
    }

    private static Constraint constraint(ResultSet row) throws SQLException {
        String name = row.getString("name");
        String comment = text(row, "comment");
        List<String> columns = texts(row, "columns");
        return switch (row.getString("contype")) {
            case "p" -> new Constraint.PrimaryKey(name, columns, comment);
            case "u" ->
                new Constraint.Unique(name, columns, row.getBoolean("nulls_not_distinct"), deferral(row), comment);
            case "c" ->
                new Constraint.Check(
                        name,
                        new Expression(row.getString("condition")),
                        row.getBoolean("connoinherit"),
                        !row.getBoolean("convalidated"),
                        comment);
            default -> foreignKey(row, name, columns, comment);
        };
    }

    private static Constraint foreignKey(ResultSet row, String name, List<String> columns, String comment)
            throws SQLException {
        return new Constraint.ForeignKey(
                name,
                columns,
                ObjectName.of(row.getString("target_namespace"), row.getString("target_name")),
                texts(row, "target_columns"),
                action(row.getString("confupdtype")),
                action(row.getString("confdeltype")),
                row.getString("confmatchtype").equals("f") ? MatchType.FULL : MatchType.SIMPLE,
                deferral(row),
                !row.getBoolean("convalidated"),
                comment);
    }

    private static Deferral deferral(ResultSet row) throws SQLException {
        if (!row.getBoolean("condeferrable")) {
            return Deferral.NOT_DEFERRABLE;
        }
        return row.getBoolean("condeferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }

    private static ReferentialAction action(String letter) {
        return switch (letter) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
