package org.omi.odr.db;

import dev.decant.testkit.postgresql.TestDatabase;
import java.sql.SQLException;
import java.util.List;

/** What the catalogue of a server says of a database, in the notation of {@code facts.txt}. */
final class CatalogueFacts {
    /** A line an enum, then tables, each followed by its columns in their order and its other parts in alphabetical order. */
    private static final String QUERY = """
            WITH facts AS (
                SELECT 0 AS section, typname::text AS owner, 0 AS kind, 0 AS place,
                    'enum ' || typname || ': '
                        || (SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid) AS fact
                FROM pg_type t WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace
                UNION ALL
                SELECT 1, relname::text, 0, 0, 'table ' || relname
                FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                UNION ALL
                SELECT 1, relname::text, 1, attnum::integer,
                    '    ' || attname || ' '
                        || CASE WHEN pg_get_serial_sequence(format('public.%I', relname), attname) IS NOT NULL
                                    AND pg_get_expr(adbin, adrelid) LIKE 'nextval(%' AND atttypid = 'integer'::regtype
                                THEN 'serial' ELSE format_type(atttypid, atttypmod) END
                        || CASE WHEN attnotnull THEN ' not null' ELSE '' END
                        || coalesce(' default ' || nullif(regexp_replace(pg_get_expr(adbin, adrelid), '^nextval.*', ''), ''), '')
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
                UNION ALL
                SELECT 1, relname::text, 2, 0,
                    '    ' || CASE contype
                        WHEN 'p' THEN 'primary key ' || conname || substr(pg_get_constraintdef(k.oid), 12)
                        WHEN 'u' THEN 'unique ' || conname || substr(pg_get_constraintdef(k.oid), 7)
                        WHEN 'f' THEN 'foreign key ' || conname || replace(replace(
                            substr(pg_get_constraintdef(k.oid), 12), 'REFERENCES', 'references'), '(id)', ' (id)')
                        ELSE conname || ' ' || pg_get_constraintdef(k.oid) END
                FROM pg_constraint k JOIN pg_class c ON c.oid = conrelid
                WHERE c.relnamespace = 'public'::regnamespace AND contype <> 'n'
                UNION ALL
                SELECT 1, tablename::text, 2, 0,
                    '    ' || regexp_replace(indexdef, '^CREATE (.*)INDEX (.*) ON \\S+ USING (.*)$', '\\1index \\2 using \\3')
                FROM pg_indexes
                WHERE schemaname = 'public'
                    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = format('public.%I', indexname)::regclass
                        AND contype IN ('p', 'u'))
            )
            SELECT fact FROM facts ORDER BY section, owner COLLATE "C", kind, place, fact COLLATE "C"
            """;

    private CatalogueFacts() {}

    static List<String> of(TestDatabase database) throws SQLException {
        return database.query(QUERY).stream().map(Facts::type).toList();
    }
}
