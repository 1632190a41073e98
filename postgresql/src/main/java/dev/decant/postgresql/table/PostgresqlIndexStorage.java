package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an index has besides its keys: storage parameters by their own names, and a few things more by the keys given here. Constraints say
 * it of the index that holds them.
 */
public final class PostgresqlIndexStorage {
    /** The tablespace, when it is not that of the database. */
    public static final String TABLESPACE = "tablespace";
    /** Whether CLUSTER sorts the table by it. */
    public static final String CLUSTERED = "clustered";
    /** Whether it tells rows apart for those who replicate them. */
    public static final String REPLICA_IDENTITY = "replica_identity";
    /** Whether a failed concurrent build left it, or a partitioned table has it for itself only (ON ONLY). */
    public static final String INVALID = "invalid";
    /** The index of the partitioned table that it is a part of, when it is not just what that brings. */
    public static final String PART_OF = "part_of";
    /** What users are told about the index of a constraint, besides what they are told about that. */
    public static final String COMMENT = "comment";
    /** Begins the keys that say how much is to be known of a key that is an expression; the place follows. */
    public static final String STATISTICS = "statistics.";

    private static final Set<String> OWN_KEYS =
            Set.of(TABLESPACE, CLUSTERED, REPLICA_IDENTITY, INVALID, PART_OF, COMMENT);

    /** Parameters that take effect without building the index anew: the manual's page of CREATE INDEX. */
    private static final Set<String> LIGHT = Set.of(
            "fillfactor", "deduplicate_items", "buffering", "fastupdate", "gin_pending_list_limit", "autosummarize");

    private PostgresqlIndexStorage() {}

    private static boolean isParameter(String key) {
        return !OWN_KEYS.contains(key) && !key.startsWith(STATISTICS);
    }

    private static Map<String, String> parameters(Map<String, String> storage) {
        Map<String, String> parameters = new LinkedHashMap<>(storage);
        parameters.keySet().removeIf(key -> !isParameter(key));
        return parameters;
    }

    static boolean isInvalid(Map<String, String> storage) {
        return Boolean.parseBoolean(storage.get(INVALID));
    }

    /** How a partition's part of an index is stored when nobody says otherwise. */
    static Map<String, String> ofPart(Map<String, String> parents, String parent) {
        Map<String, String> storage = parameters(parents);
        if (parents.containsKey(TABLESPACE)) {
            storage.put(TABLESPACE, parents.get(TABLESPACE));
        }
        storage.put(PART_OF, parent);
        return storage;
    }

    /** The parameters behind WITH. */
    static void write(Sql sql, Map<String, String> storage) {
        Map<String, String> parameters = parameters(storage);
        sql.when(!parameters.isEmpty(), more -> PostgresqlText.parameters(more.words("WITH"), parameters));
    }

    /** The tablespace, with the words that stand before it. */
    static void writeTablespace(Sql sql, String words, Map<String, String> storage) {
        sql.when(storage.containsKey(TABLESPACE), more -> more.words(words).name(storage.getOrDefault(TABLESPACE, "")));
    }

    /** What cannot be said where the index is made. */
    static List<Statement> finish(ObjectName table, String index, Map<String, String> storage) {
        List<Statement> statements = new ArrayList<>();
        storage.forEach((key, value) -> {
            if (key.startsWith(STATISTICS)) {
                statements.add(statistics(table, index, key, value));
            }
        });
        if (storage.containsKey(CLUSTERED)) {
            statements.add(statement(alterTable(table).words("CLUSTER ON").name(index))
                    .explained(PostgresqlLocks.gentle(table)));
        }
        if (storage.containsKey(REPLICA_IDENTITY)) {
            statements.add(statement(alterTable(table)
                            .words("REPLICA IDENTITY USING INDEX")
                            .name(index))
                    .explained(PostgresqlLocks.moment(table)));
        }
        if (storage.containsKey(COMMENT)) {
            statements.add(told(table.withLocal(index), storage.getOrDefault(COMMENT, "")));
        }
        return statements;
    }

    private static Statement told(ObjectName index, String comment) {
        return PostgresqlComments.on("INDEX", name(index), comment).explained(PostgresqlLocks.gentle(index));
    }

    /** Whether an index becomes what it shall be without being built anew. */
    static boolean altersInPlace(Map<String, String> before, Map<String, String> after) {
        Map<String, String> heavyBefore = new LinkedHashMap<>(before);
        Map<String, String> heavyAfter = new LinkedHashMap<>(after);
        heavyBefore.keySet().removeIf(PostgresqlIndexStorage::isLight);
        heavyAfter.keySet().removeIf(PostgresqlIndexStorage::isLight);
        return heavyBefore.equals(heavyAfter);
    }

    private static boolean isLight(String key) {
        boolean rebuilds = key.equals(INVALID) || key.equals(PART_OF) || isParameter(key) && !LIGHT.contains(key);
        return !rebuilds;
    }

    /** What makes the storage of an index another. That it no longer sorts or identifies rows is a matter of the table. */
    static List<Statement> alter(
            ObjectName table, String index, Map<String, String> before, Map<String, String> after) {
        ObjectName named = table.withLocal(index);
        List<Statement> statements = new ArrayList<>(parameters(named, before, after));
        if (!before.getOrDefault(TABLESPACE, "").equals(after.getOrDefault(TABLESPACE, ""))) {
            statements.add(moved(named, after.getOrDefault(TABLESPACE, "pg_default")));
        }
        before.keySet().stream()
                .filter(key -> key.startsWith(STATISTICS) && !after.containsKey(key))
                .forEach(key -> statements.add(statistics(table, index, key, "-1")));
        if (before.containsKey(COMMENT) && !after.containsKey(COMMENT)) {
            statements.add(told(named, ""));
        }
        Map<String, String> added = new LinkedHashMap<>(after);
        added.entrySet().removeAll(before.entrySet());
        statements.addAll(finish(table, index, added));
        return statements;
    }

    /** Where an index lies; empty where the database does. */
    static String tablespace(Map<String, String> storage) {
        return storage.getOrDefault(TABLESPACE, "");
    }

    private static List<Statement> parameters(ObjectName index, Map<String, String> before, Map<String, String> after) {
        return PostgresqlText.changedParameters(alterIndex(index).toString(), parameters(before), parameters(after))
                .stream()
                .map(sql -> statement(sql).explained(PostgresqlLocks.gentle(index)))
                .toList();
    }

    private static Statement moved(ObjectName index, String tablespace) {
        return statement(alterIndex(index).words("SET TABLESPACE").name(tablespace))
                .explained(PostgresqlLocks.copied(index))
                .with(Hazard.Kind.BLOCKING, "readers and writers wait while " + index + " is copied");
    }

    private static Statement statistics(ObjectName table, String index, String key, String target) {
        ObjectName named = table.withLocal(index);
        return statement(alterIndex(named)
                        .words("ALTER COLUMN")
                        .text(key.substring(STATISTICS.length()))
                        .words("SET STATISTICS")
                        .text(target))
                .explained(PostgresqlLocks.gentle(named));
    }

    private static Sql alterIndex(ObjectName index) {
        return sql("ALTER INDEX").text(name(index));
    }
}
