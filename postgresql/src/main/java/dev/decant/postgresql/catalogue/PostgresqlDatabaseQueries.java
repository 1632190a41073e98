package dev.decant.postgresql.catalogue;

import java.util.ArrayList;
import java.util.List;

/** The queries for what belongs to a whole database, as {@link PostgresqlRawReader} has them. */
final class PostgresqlDatabaseQueries {
    private static final String LANGUAGES = """
            SELECT 'pg_language'::regclass, l.oid, 'language', '', l.lanname::text, NULL,
              ARRAY[format('CREATE %sLANGUAGE %I HANDLER %s%s%s', CASE WHEN l.lanpltrusted THEN 'TRUSTED ' ELSE '' END, l.lanname,
                l.lanplcallfoid::regproc, CASE WHEN l.laninline <> 0 THEN ' INLINE ' || l.laninline::regproc END,
                CASE WHEN l.lanvalidator <> 0 THEN ' VALIDATOR ' || l.lanvalidator::regproc END)],
              '{}'::text[]
            FROM pg_language l
            JOIN pg_proc p ON p.oid = l.lanplcallfoid
            WHERE l.oid >= 16384
            """;

    /** One whose handler the server brings is nobody's but the database's. */
    private static final String LANGUAGES_LOOKED_AT =
            LANGUAGES + "  AND EXISTS (SELECT FROM looked_at n WHERE n.oid = p.pronamespace)\n";

    private static final String METHODS = """
            SELECT 'pg_am'::regclass, a.oid, 'access method', '', a.amname::text, NULL,
              ARRAY[format('CREATE ACCESS METHOD %I TYPE %s HANDLER %s', a.amname,
                CASE a.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END, a.amhandler)],
              '{}'::text[]
            FROM pg_am a
            JOIN pg_proc p ON p.oid = a.amhandler
            WHERE a.oid >= 16384
            """;

    private static final String METHODS_LOOKED_AT =
            METHODS + "  AND EXISTS (SELECT FROM looked_at n WHERE n.oid = p.pronamespace)\n";

    private static final String TRANSFORMS = """
            SELECT 'pg_transform'::regclass, t.oid, 'transform', '', l.lanname::text, format_type(t.trftype, NULL),
              ARRAY[format('CREATE TRANSFORM FOR %s LANGUAGE %I (%s)', format_type(t.trftype, NULL), l.lanname, concat_ws(', ',
                CASE WHEN t.trffromsql <> 0 THEN 'FROM SQL WITH FUNCTION ' || t.trffromsql::regprocedure END,
                CASE WHEN t.trftosql <> 0 THEN 'TO SQL WITH FUNCTION ' || t.trftosql::regprocedure END))],
              ARRAY[concat_ws(E'\\t', 'language', '', l.lanname)]
            FROM pg_transform t
            JOIN pg_language l ON l.oid = t.trflang
            JOIN pg_type y ON y.oid = t.trftype
            WHERE t.oid >= 16384
            """;

    private static final String TRANSFORMS_LOOKED_AT = TRANSFORMS + """
              AND EXISTS (
                SELECT FROM looked_at n
                LEFT JOIN pg_proc p ON p.oid IN (t.trffromsql, t.trftosql)
                WHERE n.oid IN (y.typnamespace, p.pronamespace))
            """;

    private static final String WRAPPERS = """
            SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 'foreign data wrapper', '', w.fdwname::text, NULL,
              ARRAY[concat_ws(' ', format('CREATE FOREIGN DATA WRAPPER %I', w.fdwname),
                CASE WHEN w.fdwhandler <> 0 THEN 'HANDLER ' || w.fdwhandler::regproc END,
                CASE WHEN w.fdwvalidator <> 0 THEN 'VALIDATOR ' || w.fdwvalidator::regproc END,
                (SELECT format('OPTIONS (%s)', string_agg(format('%I %L', o.option_name, o.option_value), ', ' ORDER BY o.option_name))
                 FROM pg_options_to_table(w.fdwoptions) o HAVING count(*) > 0))],
              '{}'::text[]
            FROM pg_foreign_data_wrapper w
            WHERE w.oid >= 16384
            """;

    private static final String SERVERS = """
            SELECT 'pg_foreign_server'::regclass, s.oid, 'server', '', s.srvname::text, NULL,
              ARRAY[concat_ws(' ', format('CREATE SERVER %I', s.srvname), 'TYPE ' || quote_literal(s.srvtype),
                'VERSION ' || quote_literal(s.srvversion), format('FOREIGN DATA WRAPPER %I', w.fdwname),
                (SELECT format('OPTIONS (%s)', string_agg(format('%I %L', o.option_name, o.option_value), ', ' ORDER BY o.option_name))
                 FROM pg_options_to_table(s.srvoptions) o WHERE o.option_name !~* 'pass(?!word_required)|secret|token|(?<!ssl)key' HAVING count(*) > 0))],
              ARRAY[concat_ws(E'\\t', 'foreign data wrapper', '', w.fdwname)]
            FROM pg_foreign_server s
            JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
            """;

    /** Of how somebody logs in elsewhere, nothing is told that is a secret; whoever may not see the options sees none. */
    private static final String MAPPINGS = """
            SELECT 'pg_user_mapping'::regclass, m.umid, 'user mapping', '', m.srvname::text,
              CASE WHEN m.umuser = 0 THEN 'PUBLIC' ELSE quote_ident(m.usename) END,
              ARRAY[concat_ws(' ', format('CREATE USER MAPPING FOR %s SERVER %I',
                CASE WHEN m.umuser = 0 THEN 'PUBLIC' ELSE quote_ident(m.usename) END, m.srvname),
                (SELECT format('OPTIONS (%s)', string_agg(format('%I %L', o.option_name, o.option_value), ', ' ORDER BY o.option_name))
                 FROM pg_options_to_table(m.umoptions) o WHERE o.option_name !~* 'pass(?!word_required)|secret|token|(?<!ssl)key' HAVING count(*) > 0))],
              ARRAY[concat_ws(E'\\t', 'server', '', m.srvname)]
            FROM pg_user_mappings m
            """;

    private static final String PUBLICATIONS = """
            SELECT 'pg_publication'::regclass, p.oid, 'publication', '', p.pubname::text, NULL,
              ARRAY[format('CREATE PUBLICATION %%I%%s WITH (publish = %%L%%s%%s)', p.pubname,
                CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE '' END,
                concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                  CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END),
                CASE WHEN p.pubviaroot THEN ', publish_via_partition_root = true' END,
                CASE WHEN to_jsonb(p) ->> 'pubgencols' = 's' THEN ', publish_generated_columns = stored' END)]
              || ARRAY(
                SELECT format('ALTER PUBLICATION %%I ADD TABLE ONLY %%I.%%I%%s%%s', p.pubname, n.nspname, c.relname, %s)
                FROM pg_publication_rel r
                JOIN pg_class c ON c.oid = r.prrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE r.prpubid = p.oid
                ORDER BY n.nspname, c.relname)
              %s,
              '{}'::text[]
            FROM pg_publication p
            """;

    /** Columns, conditions and whole namespaces are published since PostgreSQL 15; the server keeps no order of the columns. */
    private static final String COLUMNS_AND_CONDITION = """
            (SELECT ' (' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname COLLATE "C") || ')'
             FROM unnest(r.prattrs::smallint[]) u(attnum)
             JOIN pg_attribute a ON a.attrelid = r.prrelid AND a.attnum = u.attnum),
            ' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')'""";

    private static final String NAMESPACES = """
            || ARRAY(
              SELECT format('ALTER PUBLICATION %I ADD TABLES IN SCHEMA %I', p.pubname, n.nspname)
              FROM pg_publication_namespace s
              JOIN pg_namespace n ON n.oid = s.pnnspid
              WHERE s.pnpubid = p.oid
              ORDER BY n.nspname)""";

    /** Only a superuser may see how a subscription logs in; the secret in it is told to nobody. */
    private static final String SUBSCRIPTIONS = """
            SELECT 'pg_subscription'::regclass, s.oid, 'subscription', '', s.subname::text, NULL,
              ARRAY[format('CREATE SUBSCRIPTION %I CONNECTION %L PUBLICATION %s WITH (connect = false, slot_name = %s%s%s)', s.subname,
                regexp_replace(
                  regexp_replace(s.subconninfo, '\\s*\\ypassword\\s*=\\s*(''([^''\\\\]|\\\\.)*''|\\S+)', '', 'gi'),
                  '(://[^:@/]*):[^@/]*@', '\\1@'),
                (SELECT string_agg(quote_ident(u.name), ', ' ORDER BY u.place)
                 FROM unnest(s.subpublications) WITH ORDINALITY u(name, place)),
                coalesce(quote_literal(s.subslotname), 'NONE'),
                CASE WHEN s.subbinary THEN ', binary = true' END,
                CASE WHEN s.subsynccommit <> 'off' THEN ', synchronous_commit = ' || quote_literal(s.subsynccommit) END)],
              '{}'::text[]
            FROM pg_subscription s
            JOIN pg_database b ON b.oid = s.subdbid
            WHERE b.datname = current_database()
            """;

    private PostgresqlDatabaseQueries() {}

    /**
     * All that somebody may run.
     *
     * @param whole whether the whole database is looked at, and not only some namespaces
     */
    static List<String> all(int version, boolean whole, boolean superuser) {
        List<String> queries = new ArrayList<>();
        if (!whole) {
            queries.addAll(List.of(LANGUAGES_LOOKED_AT, METHODS_LOOKED_AT, TRANSFORMS_LOOKED_AT));
        } else {
            queries.addAll(List.of(LANGUAGES, METHODS, TRANSFORMS));
            queries.addAll(List.of(WRAPPERS, SERVERS, MAPPINGS));
            queries.add(
                    version < 15
                            ? PUBLICATIONS.formatted("'', ''", "")
                            : PUBLICATIONS.formatted(COLUMNS_AND_CONDITION, NAMESPACES));
            if (superuser) {
                queries.add(SUBSCRIPTIONS);
            }
        }
        return queries;
    }
}
