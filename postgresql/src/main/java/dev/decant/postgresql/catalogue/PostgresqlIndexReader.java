package dev.decant.postgresql.catalogue;

import dev.decant.model.Expression;
import dev.decant.model.Index;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the indexes of all tables, but for those that a constraint owns and those that are there because a parent has them. */
final class PostgresqlIndexReader {
    private static final String INDEXES = """
            SELECT i.indexrelid, i.indrelid, c.relname AS name, m.amname AS method, i.indisunique,
              pg_get_expr(i.indpred, i.indrelid) AS predicate,
              %s AS nulls_not_distinct,
            %s
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_class r ON r.oid = i.indrelid
            JOIN pg_am m ON m.oid = c.relam
            %s
            WHERE r.relnamespace = ANY (?) AND r.relkind IN ('r', 'p', 'm') AND i.indislive
              AND NOT EXISTS (
                SELECT FROM pg_constraint k
                WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x'))
            """;

    private PostgresqlIndexReader() {}

    /** The indexes by the oids of their tables. */
    static Map<Long, List<Index>> read(
            PostgresqlCatalogue catalogue, PostgresqlIndexMembers members, PostgresqlDescriptions descriptions)
            throws SQLException {
        String nulls = catalogue.version() >= 15 ? "i.indnullsnotdistinct" : "false";
        String query = INDEXES.formatted(nulls, PostgresqlIndexFacts.COLUMNS, PostgresqlIndexFacts.JOINS);
        Map<Long, List<Index>> indexes = new HashMap<>();
        catalogue.read(query, row -> {
            Index index = index(row, members, descriptions.ofRelation(row.getLong("indexrelid")));
            if (PostgresqlIndexFacts.isOwn(row, "idx", members, index.comment())) {
                indexes.computeIfAbsent(row.getLong("indrelid"), id -> new ArrayList<>())
                        .add(index);
            }
            return index;
        });
        return indexes;
    }

    private static Index index(ResultSet row, PostgresqlIndexMembers members, String comment) throws SQLException {
        long id = row.getLong("indexrelid");
        return new Index(
                row.getString("name"),
                members.keys(id),
                row.getBoolean("indisunique"),
                row.getString("method"),
                row.getBoolean("nulls_not_distinct"),
                members.included(id),
                Optional.ofNullable(row.getString("predicate")).map(Expression::new),
                PostgresqlIndexFacts.read(row, members),
                comment);
    }
}
