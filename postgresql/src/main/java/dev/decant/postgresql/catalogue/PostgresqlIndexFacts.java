package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.parameters;

import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.table.PostgresqlIndexStorage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What the catalogues say of an index besides its keys, be it one of its own or one that holds a constraint. */
final class PostgresqlIndexFacts {
    /** The columns of a query over pg_index i, its pg_class c and that of its table r. */
    static final String COLUMNS = """
              c.reloptions AS storage, ts.spcname AS tablespace, i.indisclustered, i.indisvalid,
              r.relreplident = 'i' AND i.indisreplident AS replica_identity, r.relname AS table_name,
              pc.relname AS parent_index, pc.reloptions AS parent_storage, pts.spcname AS parent_tablespace,
              pi.indisvalid AS parent_valid
            """;

    /** What such a query joins besides. A partition's index may belong to one of the partitioned table (pg_inherits). */
    static final String JOINS = """
            LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
            LEFT JOIN pg_inherits ih ON ih.inhrelid = c.oid
            LEFT JOIN pg_class pc ON pc.oid = ih.inhparent
            LEFT JOIN pg_index pi ON pi.indexrelid = ih.inhparent
            LEFT JOIN pg_tablespace pts ON pts.oid = pc.reltablespace
            """;

    private PostgresqlIndexFacts() {}

    /** What the model keeps of it, by the keys of {@link PostgresqlIndexStorage}. */
    static Map<String, String> read(ResultSet row, PostgresqlIndexMembers members) throws SQLException {
        Map<String, String> storage = new LinkedHashMap<>(parameters(row, "storage"));
        String tablespace = row.getString("tablespace");
        if (tablespace != null) {
            storage.put(PostgresqlIndexStorage.TABLESPACE, tablespace);
        }
        if (row.getBoolean("indisclustered")) {
            storage.put(PostgresqlIndexStorage.CLUSTERED, "true");
        }
        if (row.getBoolean("replica_identity")) {
            storage.put(PostgresqlIndexStorage.REPLICA_IDENTITY, "true");
        }
        if (!row.getBoolean("indisvalid")) {
            storage.put(PostgresqlIndexStorage.INVALID, "true");
        }
        String parent = row.getString("parent_index");
        if (parent != null) {
            storage.put(PostgresqlIndexStorage.PART_OF, parent);
        }
        members.statistics(row.getLong("indexrelid"))
                .forEach((place, target) -> storage.put(PostgresqlIndexStorage.STATISTICS + place, target));
        return storage;
    }

    /**
     * Whether there is anything to the index that the index of the partitioned table does not say already; one that this has for itself
     * only brings nothing.
     *
     * @param label the word at the end of the name that the server gives: {@code idx}
     */
    static boolean isOwn(ResultSet row, String label, PostgresqlIndexMembers members, String comment)
            throws SQLException {
        if (row.getString("parent_index") == null
                || row.getBoolean("replica_identity")
                || row.getBoolean("indisclustered")) {
            return true;
        }
        long id = row.getLong("indexrelid");
        return !row.getBoolean("parent_valid")
                || !comment.isEmpty()
                || !parameters(row, "storage").equals(parameters(row, "parent_storage"))
                || !Objects.equals(row.getString("tablespace"), row.getString("parent_tablespace"))
                || !members.statistics(id).isEmpty()
                || !PostgresqlNames.isChosen(
                        row.getString("name"), row.getString("table_name"), members.givenNames(id), label);
    }
}
