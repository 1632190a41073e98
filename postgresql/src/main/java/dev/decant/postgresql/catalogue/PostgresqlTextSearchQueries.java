package dev.decant.postgresql.catalogue;

import java.util.List;

/** The queries for what text search is made of, as {@link PostgresqlRawReader} has them. */
final class PostgresqlTextSearchQueries {
    private static final String PARSERS = """
            SELECT 'pg_ts_parser'::regclass, p.oid, 'text search parser', n.nspname, p.prsname::text, NULL,
              ARRAY[format('CREATE TEXT SEARCH PARSER %I.%I (%s)', n.nspname, p.prsname, concat_ws(', ',
                'START = ' || p.prsstart, 'GETTOKEN = ' || p.prstoken, 'END = ' || p.prsend,
                CASE WHEN p.prsheadline <> 0 THEN 'HEADLINE = ' || p.prsheadline END, 'LEXTYPES = ' || p.prslextype))],
              '{}'::text[]
            FROM pg_ts_parser p
            JOIN looked_at n ON n.oid = p.prsnamespace
            """;

    private static final String TEMPLATES = """
            SELECT 'pg_ts_template'::regclass, t.oid, 'text search template', n.nspname, t.tmplname::text, NULL,
              ARRAY[format('CREATE TEXT SEARCH TEMPLATE %I.%I (%s)', n.nspname, t.tmplname, concat_ws(', ',
                CASE WHEN t.tmplinit <> 0 THEN 'INIT = ' || t.tmplinit END, 'LEXIZE = ' || t.tmpllexize))],
              '{}'::text[]
            FROM pg_ts_template t
            JOIN looked_at n ON n.oid = t.tmplnamespace
            """;

    private static final String DICTIONARIES = """
            SELECT 'pg_ts_dict'::regclass, d.oid, 'text search dictionary', n.nspname, d.dictname::text, NULL,
              ARRAY[format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I%s)', n.nspname, d.dictname, tn.nspname, t.tmplname,
                ', ' || d.dictinitoption)],
              CASE WHEN tl.oid IS NULL THEN '{}'::text[]
                ELSE ARRAY[concat_ws(E'\\t', 'text search template', tn.nspname, t.tmplname)] END
            FROM pg_ts_dict d
            JOIN looked_at n ON n.oid = d.dictnamespace
            JOIN pg_ts_template t ON t.oid = d.dicttemplate
            JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
            LEFT JOIN looked_at tl ON tl.oid = tn.oid
            """;

    private static final String CONFIGURATIONS = """
            SELECT 'pg_ts_config'::regclass, c.oid, 'text search configuration', n.nspname, c.cfgname::text, NULL,
              ARRAY[format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, c.cfgname, pn.nspname, p.prsname)]
              || ARRAY(
                SELECT format('ALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %I WITH %s', n.nspname, c.cfgname,
                  (SELECT t.alias FROM ts_token_type(c.cfgparser) t WHERE t.tokid = m.maptokentype),
                  string_agg(format('%I.%I', dn.nspname, d.dictname), ', ' ORDER BY m.mapseqno))
                FROM pg_ts_config_map m
                JOIN pg_ts_dict d ON d.oid = m.mapdict
                JOIN pg_namespace dn ON dn.oid = d.dictnamespace
                WHERE m.mapcfg = c.oid
                GROUP BY m.maptokentype
                ORDER BY m.maptokentype),
              ARRAY(
                SELECT concat_ws(E'\\t', 'text search dictionary', dl.nspname, d.dictname)
                FROM pg_ts_config_map m
                JOIN pg_ts_dict d ON d.oid = m.mapdict
                JOIN looked_at dl ON dl.oid = d.dictnamespace
                WHERE m.mapcfg = c.oid)
              || CASE WHEN pl.oid IS NULL THEN '{}'::text[]
                ELSE ARRAY[concat_ws(E'\\t', 'text search parser', pn.nspname, p.prsname)] END
            FROM pg_ts_config c
            JOIN looked_at n ON n.oid = c.cfgnamespace
            JOIN pg_ts_parser p ON p.oid = c.cfgparser
            JOIN pg_namespace pn ON pn.oid = p.prsnamespace
            LEFT JOIN looked_at pl ON pl.oid = pn.oid
            """;

    private PostgresqlTextSearchQueries() {}

    static List<String> all() {
        return List.of(PARSERS, TEMPLATES, DICTIONARIES, CONFIGURATIONS);
    }
}
