package dev.decant.postgresql.catalogue;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The comments on relations, their columns and their constraints, read once: those things are many, and to have the server find the comment
 * of each by itself takes longer than everything else about them.
 */
final class PostgresqlDescriptions {
    /** What initdb described has an oid below 16384; objsubid is the number of a column, or 0. Where nothing is looked at, there is nothing. */
    private static final String DESCRIPTIONS = """
            SELECT d.classoid = 'pg_class'::regclass AS of_relation, d.objoid, d.objsubid, d.description
            FROM pg_description d
            WHERE d.classoid IN ('pg_class'::regclass, 'pg_constraint'::regclass) AND d.objoid >= 16384
              AND cardinality(?::oid[]) > 0
            """;

    private record Described(boolean relation, long id, int part) {}

    private final Map<Described, String> texts = new HashMap<>();

    private PostgresqlDescriptions() {}

    static PostgresqlDescriptions read(PostgresqlCatalogue catalogue) throws SQLException {
        PostgresqlDescriptions all = new PostgresqlDescriptions();
        catalogue.read(
                DESCRIPTIONS,
                row -> all.texts.put(
                        new Described(row.getBoolean("of_relation"), row.getLong("objoid"), row.getInt("objsubid")),
                        row.getString("description")));
        return all;
    }

    /** The comment on a table, a sequence, an index; an empty text when there is none. */
    String ofRelation(long id) {
        return ofColumn(id, 0);
    }

    /** The comment on a column of a relation. */
    String ofColumn(long relation, int number) {
        return texts.getOrDefault(new Described(true, relation, number), "");
    }

    /** The comment on a constraint of a table. */
    String ofConstraint(long id) {
        return texts.getOrDefault(new Described(false, id, 0), "");
    }
}
