package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.texts;

import dev.decant.model.Constraint;
import dev.decant.model.Constraint.Exclusion.Element;
import dev.decant.model.Deferral;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.MatchType;
import dev.decant.model.ObjectName;
import dev.decant.model.ReferentialAction;
import dev.decant.postgresql.table.PostgresqlIndexStorage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the constraints of all tables, but for those that a child has only because a parent has them. */
final class PostgresqlConstraintReader {
    /**
     * A constraint that belongs to one of the partitioned table says so by conparentid, an inherited check by coninhcount. An operator is
     * written with its namespace where it is not the system's.
     */
    private static final String CONSTRAINTS = """
            SELECT k.conrelid, k.conname AS name, k.contype, k.condeferrable, k.condeferred, k.convalidated, k.connoinherit,
              k.confupdtype, k.confdeltype, k.confmatchtype, fn.nspname AS target_namespace, f.relname AS target_name,
              CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid) END AS condition,
              k.oid, k.conparentid <> 0 AS has_parent,
              %s,
              CASE WHEN k.contype = 'x' THEN ARRAY(
                SELECT (
                  SELECT CASE
                      WHEN o_n.nspname = 'pg_catalog' THEN o.oprname::text
                      ELSE format('OPERATOR(%%I.%%s)', o_n.nspname, o.oprname)
                    END
                  FROM pg_operator o
                  JOIN pg_namespace o_n ON o_n.oid = o.oprnamespace
                  WHERE o.oid = u.id)
                FROM unnest(k.conexclop) WITH ORDINALITY AS u (id, place)
                ORDER BY u.place) END AS operators,
              CASE WHEN k.contype = 'x' THEN pg_get_expr(i.indpred, i.indrelid) END AS predicate,
              m.amname AS method, i.indexrelid,
              %s
            FROM pg_constraint k
            JOIN pg_class r ON r.oid = k.conrelid
            LEFT JOIN pg_class f ON f.oid = k.confrelid
            LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
            LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
            LEFT JOIN pg_class c ON c.oid = i.indexrelid
            LEFT JOIN pg_am m ON m.oid = c.relam
            %s
            WHERE r.relnamespace = ANY (?) AND r.relkind IN ('r', 'p', 'f')
              AND (k.contype IN ('p', 'u', 'x') OR k.contype = 'c' AND k.coninhcount = 0 OR k.contype = 'f' AND k.conparentid = 0)
            """;

    private static final String COLUMNS = names("k.conrelid", "k.conkey", "k.contype <> 'c'") + " AS columns,"
            + names("k.confrelid", "k.confkey", "k.contype = 'f'") + " AS target_columns";

    private final PostgresqlIndexMembers members;
    private final PostgresqlDescriptions descriptions;

    private PostgresqlConstraintReader(PostgresqlIndexMembers members, PostgresqlDescriptions descriptions) {
        this.members = members;
        this.descriptions = descriptions;
    }

    /** The constraints by the oids of their tables. */
    static Map<Long, List<Constraint>> read(
            PostgresqlCatalogue catalogue, PostgresqlIndexMembers members, PostgresqlDescriptions descriptions)
            throws SQLException {
        PostgresqlConstraintReader reader = new PostgresqlConstraintReader(members, descriptions);
        Map<Long, List<Constraint>> constraints = new HashMap<>();
        String query = CONSTRAINTS.formatted(
                COLUMNS, newer(catalogue.version()) + "," + PostgresqlIndexFacts.COLUMNS, PostgresqlIndexFacts.JOINS);
        catalogue.read(query, row -> {
            Constraint constraint = reader.constraint(row);
            if (reader.isOwn(row, constraint.comment())) {
                constraints
                        .computeIfAbsent(row.getLong("conrelid"), id -> new ArrayList<>())
                        .add(constraint);
            }
            return constraint;
        });
        return constraints;
    }

    /**
     * The names of the columns with some numbers, in their order; that of a single one, as it mostly is, without the detour over a list.
     *
     * @param numbers what yields their numbers
     * @param condition when to look for them
     */
    private static String names(String table, String numbers, String condition) {
        return """
                CASE
                  WHEN NOT (%3$s) THEN NULL
                  WHEN cardinality(%2$s) = 1 THEN
                    ARRAY[(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = %1$s AND a.attnum = (%2$s)[1])]
                  ELSE ARRAY(
                    SELECT a.attname::text
                    FROM unnest(%2$s) WITH ORDINALITY AS u (number, place)
                    JOIN pg_attribute a ON a.attrelid = %1$s AND a.attnum = u.number
                    ORDER BY u.place)
                END""".formatted(table, numbers, condition);
    }

    /** What older servers have no column for. */
    private static String newer(int version) {
        String set = names("k.conrelid", "k.confdelsetcols", "k.confdelsetcols IS NOT NULL");
        return (version >= 15 ? "i.indnullsnotdistinct" : "false") + " AS nulls_not_distinct, "
                + (version >= 15 ? set : "NULL::text[]") + " AS delete_columns, "
                + (version >= 18 ? "k.conenforced" : "true") + " AS enforced, "
                + (version >= 18 ? "k.conperiod" : "false") + " AS period";
    }

    private boolean isOwn(ResultSet row, String comment) throws SQLException {
        String label = switch (row.getString("contype")) {
            case "p" -> "pkey";
            case "u" -> "key";
            case "x" -> "excl";
            default -> "";
        };
        return label.isEmpty()
                || !row.getBoolean("has_parent")
                || PostgresqlIndexFacts.isOwn(row, label, members, comment + ofIndex(row));
    }

    private String ofIndex(ResultSet row) throws SQLException {
        return descriptions.ofRelation(row.getLong("indexrelid"));
    }

    /** How the index behind a constraint is stored, and what is told about it by itself. */
    private Map<String, String> storage(ResultSet row) throws SQLException {
        Map<String, String> storage = PostgresqlIndexFacts.read(row, members);
        if (!ofIndex(row).isEmpty()) {
            storage.put(PostgresqlIndexStorage.COMMENT, ofIndex(row));
        }
        return storage;
    }

    private Constraint constraint(ResultSet row) throws SQLException {
        String name = row.getString("name");
        String comment = descriptions.ofConstraint(row.getLong("oid"));
        return switch (row.getString("contype")) {
            case "p" ->
                new Constraint.PrimaryKey(
                        name,
                        texts(row, "columns"),
                        members.included(row.getLong("indexrelid")),
                        row.getBoolean("period"),
                        deferral(row),
                        storage(row),
                        comment);
            case "u" -> unique(row, name, comment);
            case "x" -> exclusion(row, name, comment);
            case "c" ->
                new Constraint.Check(
                        name,
                        new Expression(row.getString("condition")),
                        row.getBoolean("connoinherit"),
                        enforcement(row),
                        comment);
            default -> foreignKey(row, name, comment);
        };
    }

    private Constraint unique(ResultSet row, String name, String comment) throws SQLException {
        return new Constraint.Unique(
                name,
                texts(row, "columns"),
                members.included(row.getLong("indexrelid")),
                row.getBoolean("nulls_not_distinct"),
                row.getBoolean("period"),
                deferral(row),
                storage(row),
                comment);
    }

    private Constraint exclusion(ResultSet row, String name, String comment) throws SQLException {
        long index = row.getLong("indexrelid");
        List<Index.Key> keys = members.keys(index);
        List<String> operators = texts(row, "operators");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            elements.add(new Element(keys.get(i), operators.get(i)));
        }
        return new Constraint.Exclusion(
                name,
                row.getString("method"),
                elements,
                members.included(index),
                Optional.ofNullable(row.getString("predicate")).map(Expression::new),
                deferral(row),
                storage(row),
                comment);
    }

    private static Constraint foreignKey(ResultSet row, String name, String comment) throws SQLException {
        return new Constraint.ForeignKey(
                name,
                texts(row, "columns"),
                ObjectName.of(row.getString("target_namespace"), row.getString("target_name")),
                texts(row, "target_columns"),
                action(row.getString("confupdtype")),
                action(row.getString("confdeltype")),
                texts(row, "delete_columns"),
                row.getBoolean("period"),
                row.getString("confmatchtype").equals("f") ? MatchType.FULL : MatchType.SIMPLE,
                deferral(row),
                enforcement(row),
                comment);
    }

    private static Enforcement enforcement(ResultSet row) throws SQLException {
        // What is never checked is never found valid either.
        if (!row.getBoolean("enforced")) {
            return Enforcement.NOT_ENFORCED;
        }
        return row.getBoolean("convalidated") ? Enforcement.ENFORCED : Enforcement.NOT_VALID;
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
