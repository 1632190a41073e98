package dev.decant.postgresql.catalogue;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Which kinds of things there are at all in the namespaces that are looked at, found with one cheap query: of most kinds a database has
 * none, and the queries for them need not be sent.
 *
 * <p>It may say that there is something of a kind where all of it belongs to an extension; it never says that there is nothing where
 * there is.
 */
final class PostgresqlPresence {
    static final String VIEW = "relation v";
    static final String MATERIALIZED_VIEW = "relation m";
    static final String COMPOSITE = "relation c";
    static final String ENUM = "type e";
    static final String DOMAIN = "type d";
    static final String RANGE = "type r";
    static final String ROUTINE = "routine";
    static final String AGGREGATE = "aggregate";
    static final String COLLATION = "collation";
    static final String EXTENSION = "extension";
    static final String TRIGGER = "trigger";
    static final String RULE = "rule";
    static final String EVENT_TRIGGER = "event trigger";
    static final String STATISTICS = "statistics";
    static final String POLICY = "policy";
    static final String RAW = "raw";

    /** What initdb made has an oid below FirstNormalObjectId, which is 16384 (src/include/access/transam.h). */
    private static final String PRESENT = """
            WITH looked_at AS (
              SELECT unnest(?::oid[]) AS id
            )
            SELECT DISTINCT 'relation ' || c.relkind::text
            FROM pg_class c WHERE c.relnamespace IN (SELECT id FROM looked_at)
            UNION ALL
            SELECT DISTINCT 'type ' || t.typtype::text
            FROM pg_type t WHERE t.typnamespace IN (SELECT id FROM looked_at)
            UNION ALL
            SELECT DISTINCT CASE p.prokind WHEN 'a' THEN 'aggregate' ELSE 'routine' END
            FROM pg_proc p WHERE p.pronamespace IN (SELECT id FROM looked_at)
            UNION ALL
            SELECT 'collation' WHERE EXISTS (SELECT FROM pg_collation WHERE collnamespace IN (SELECT id FROM looked_at))
            UNION ALL
            SELECT 'extension' WHERE EXISTS (SELECT FROM pg_extension WHERE extname <> 'plpgsql')
            UNION ALL
            SELECT 'trigger' WHERE EXISTS (SELECT FROM pg_trigger WHERE NOT tgisinternal)
            UNION ALL
            SELECT 'rule' WHERE EXISTS (SELECT FROM pg_rewrite WHERE ev_type <> '1' AND oid >= 16384)
            UNION ALL
            SELECT 'event trigger' WHERE EXISTS (SELECT FROM pg_event_trigger)
            UNION ALL
            SELECT 'statistics' WHERE EXISTS (SELECT FROM pg_statistic_ext)
            UNION ALL
            SELECT 'policy' WHERE EXISTS (SELECT FROM pg_policy)
            UNION ALL
            SELECT 'raw' WHERE EXISTS (SELECT FROM pg_operator WHERE oid >= 16384)
              OR EXISTS (SELECT FROM pg_opfamily WHERE oid >= 16384) OR EXISTS (SELECT FROM pg_opclass WHERE oid >= 16384)
              OR EXISTS (SELECT FROM pg_cast WHERE oid >= 16384) OR EXISTS (SELECT FROM pg_conversion WHERE oid >= 16384)
              OR EXISTS (SELECT FROM pg_ts_parser WHERE oid >= 16384) OR EXISTS (SELECT FROM pg_ts_template WHERE oid >= 16384)
              OR EXISTS (SELECT FROM pg_ts_dict WHERE oid >= 16384) OR EXISTS (SELECT FROM pg_ts_config WHERE oid >= 16384)
              OR EXISTS (SELECT FROM pg_language WHERE oid >= 16384) OR EXISTS (SELECT FROM pg_am WHERE oid >= 16384)
              OR EXISTS (SELECT FROM pg_transform) OR EXISTS (SELECT FROM pg_foreign_data_wrapper WHERE oid >= 16384)
              OR EXISTS (SELECT FROM pg_user_mappings) OR EXISTS (SELECT FROM pg_publication)
              OR EXISTS (SELECT oid FROM pg_subscription)
            """;

    private final Set<String> present;

    private PostgresqlPresence(Set<String> present) {
        this.present = present;
    }

    static PostgresqlPresence read(PostgresqlCatalogue catalogue) throws SQLException {
        return new PostgresqlPresence(new HashSet<>(catalogue.read(PRESENT, row -> row.getString(1))));
    }

    /** Whether there may be anything of that kind, one of those above. */
    boolean has(String kind) {
        return present.contains(kind);
    }
}
