package dev.decant.postgresql.catalogue;

import java.util.List;

/** The queries for operators, their families and classes, casts and conversions, as {@link PostgresqlRawReader} has them. */
final class PostgresqlOperatorQueries {
    /** An operator without a function is a shell that another one has named and that is still to come. */
    private static final String OPERATORS = """
            SELECT 'pg_operator'::regclass, o.oid, 'operator', n.nspname, o.oprname::text,
              format('(%s, %s)',
                CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
                CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END),
              ARRAY[format('CREATE OPERATOR %I.%s (%s)', n.nspname, o.oprname, concat_ws(', ',
                'FUNCTION = ' || o.oprcode,
                CASE WHEN o.oprleft <> 0 THEN 'LEFTARG = ' || format_type(o.oprleft, NULL) END,
                CASE WHEN o.oprright <> 0 THEN 'RIGHTARG = ' || format_type(o.oprright, NULL) END,
                (SELECT format('COMMUTATOR = OPERATOR(%I.%s)', cn.nspname, c.oprname)
                 FROM pg_operator c JOIN pg_namespace cn ON cn.oid = c.oprnamespace WHERE c.oid = o.oprcom),
                (SELECT format('NEGATOR = OPERATOR(%I.%s)', cn.nspname, c.oprname)
                 FROM pg_operator c JOIN pg_namespace cn ON cn.oid = c.oprnamespace WHERE c.oid = o.oprnegate),
                CASE WHEN o.oprrest <> 0 THEN 'RESTRICT = ' || o.oprrest END,
                CASE WHEN o.oprjoin <> 0 THEN 'JOIN = ' || o.oprjoin END,
                CASE WHEN o.oprcanhash THEN 'HASHES' END,
                CASE WHEN o.oprcanmerge THEN 'MERGES' END))],
              '{}'::text[]
            FROM pg_operator o
            JOIN looked_at n ON n.oid = o.oprnamespace
            WHERE o.oprcode <> 0
            """;

    /** Members that belong to a class go with it (pg_depend.deptype i); the others are the family's own. */
    private static final String FAMILIES = """
            SELECT 'pg_opfamily'::regclass, f.oid, 'operator family', n.nspname, f.opfname::text, quote_ident(m.amname),
              ARRAY[format('CREATE OPERATOR FAMILY %I.%I USING %I', n.nspname, f.opfname, m.amname)]
              || ARRAY(
                SELECT format('ALTER OPERATOR FAMILY %I.%I USING %I ADD %s', n.nspname, f.opfname, m.amname, x.item)
                FROM members x WHERE x.family = f.oid AND x.opclass IS NULL
                ORDER BY x.place, x.number, x.item),
              ARRAY(
                SELECT DISTINCT x.need FROM members x WHERE x.family = f.oid AND x.opclass IS NULL AND x.need IS NOT NULL)
            FROM pg_opfamily f
            JOIN looked_at n ON n.oid = f.opfnamespace
            JOIN pg_am m ON m.oid = f.opfmethod
            """;

    private static final String CLASSES = """
            SELECT 'pg_opclass'::regclass, o.oid, 'operator class', n.nspname, o.opcname::text, quote_ident(m.amname),
              ARRAY[format('CREATE OPERATOR CLASS %I.%I%s FOR TYPE %s USING %I FAMILY %I.%I AS %s', n.nspname, o.opcname,
                CASE WHEN o.opcdefault THEN ' DEFAULT' ELSE '' END, format_type(o.opcintype, NULL), m.amname, fn.nspname, f.opfname,
                array_to_string(
                  CASE WHEN o.opckeytype <> 0 OR NOT EXISTS (SELECT FROM members x WHERE x.opclass = o.oid)
                    THEN ARRAY['STORAGE ' || format_type(coalesce(nullif(o.opckeytype, 0), o.opcintype), NULL)]
                    ELSE '{}' END
                  || ARRAY(SELECT x.item FROM members x WHERE x.opclass = o.oid ORDER BY x.place, x.number, x.item), ', '))],
              ARRAY[concat_ws(E'\\t', 'operator family', fn.nspname, f.opfname, quote_ident(m.amname))]
              || ARRAY(SELECT DISTINCT x.need FROM members x WHERE x.opclass = o.oid AND x.need IS NOT NULL)
            FROM pg_opclass o
            JOIN looked_at n ON n.oid = o.opcnamespace
            JOIN pg_am m ON m.oid = o.opcmethod
            JOIN pg_opfamily f ON f.oid = o.opcfamily
            JOIN pg_namespace fn ON fn.oid = f.opfnamespace
            """;

    /** The casts of what is looked at, all that somebody made when that is everything; those between a range and its ranges of ranges come with the type. */
    private static final String CASTS = """
            SELECT 'pg_cast'::regclass, c.oid, 'cast', '',
              format('%s AS %s', format_type(c.castsource, NULL), format_type(c.casttarget, NULL)), NULL,
              ARRAY[format('CREATE CAST (%s AS %s) %s%s', format_type(c.castsource, NULL), format_type(c.casttarget, NULL),
                CASE c.castmethod
                  WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure WHEN 'i' THEN 'WITH INOUT'
                  ELSE 'WITHOUT FUNCTION' END,
                CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END)],
              '{}'::text[]
            FROM pg_cast c
            JOIN pg_type s ON s.oid = c.castsource
            JOIN pg_type t ON t.oid = c.casttarget
            LEFT JOIN pg_proc p ON p.oid = c.castfunc
            WHERE c.oid >= 16384
              AND NOT EXISTS (
                SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'i')
            """;

    private static final String CASTS_LOOKED_AT = CASTS + """
              AND EXISTS (
                SELECT FROM looked_at n WHERE n.oid IN (s.typnamespace, t.typnamespace, p.pronamespace))
            """;

    private static final String CONVERSIONS = """
            SELECT 'pg_conversion'::regclass, c.oid, 'conversion', n.nspname, c.conname::text, NULL,
              ARRAY[format('CREATE %sCONVERSION %I.%I FOR %L TO %L FROM %s', CASE WHEN c.condefault THEN 'DEFAULT ' ELSE '' END,
                n.nspname, c.conname, pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding), c.conproc)],
              '{}'::text[]
            FROM pg_conversion c
            JOIN looked_at n ON n.oid = c.connamespace
            """;

    /** The operators and functions of families, each as an item of CREATE OPERATOR CLASS. */
    static final String MEMBERS = """
            SELECT a.amopfamily AS family, d.refobjid AS opclass, 1 AS place, a.amopstrategy AS number,
              format('OPERATOR %s %s%s', a.amopstrategy, a.amopopr::regoperator,
                ' FOR ORDER BY ' || (
                  SELECT format('%I.%I', fn.nspname, f.opfname)
                  FROM pg_opfamily f JOIN pg_namespace fn ON fn.oid = f.opfnamespace WHERE f.oid = a.amopsortfamily)) AS item,
              (SELECT concat_ws(E'\\t', 'operator', n.nspname, o.oprname, format('(%s, %s)',
                 CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
                 CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END))
               FROM pg_operator o JOIN looked_at n ON n.oid = o.oprnamespace WHERE o.oid = a.amopopr) AS need
            FROM pg_amop a
            LEFT JOIN pg_depend d
              ON d.classid = 'pg_amop'::regclass AND d.objid = a.oid AND d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i'
            WHERE a.amopfamily >= 16384
            UNION ALL
            SELECT a.amprocfamily, d.refobjid, 2, a.amprocnum,
              format('FUNCTION %s (%s, %s) %s', a.amprocnum, format_type(a.amproclefttype, NULL),
                format_type(a.amprocrighttype, NULL), a.amproc::regprocedure), NULL
            FROM pg_amproc a
            LEFT JOIN pg_depend d
              ON d.classid = 'pg_amproc'::regclass AND d.objid = a.oid AND d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i'
            WHERE a.amprocfamily >= 16384
            """;

    private PostgresqlOperatorQueries() {}

    /**
     * All of them.
     *
     * @param whole whether the whole database is looked at, and not only some namespaces
     */
    static List<String> all(boolean whole) {
        return List.of(OPERATORS, FAMILIES, CLASSES, whole ? CASTS : CASTS_LOOKED_AT, CONVERSIONS);
    }
}
