package dev.decant.postgresql.catalogue;

import dev.decant.model.ObjectName;
import dev.decant.model.ownership.Ownership;
import java.sql.SQLException;
import java.util.List;

/** Reads who owns what, as far as that is not the role that reads. */
final class PostgresqlOwnerReader {
    /**
     * What lies in namespaces, and the namespaces. A column's sequence belongs to whom the table does, and the type of a table's rows too; what
     * comes with another thing, such as the functions that make ranges of a type (pg_depend.deptype i), is not looked after.
     */
    private static final String OWNERS = """
            WITH looked_at AS (
              SELECT n.oid, n.nspname, n.nspowner FROM pg_namespace n WHERE n.oid = ANY (?)
            ), found (class, id, thing, namespace, name, signature, owner) AS (
              SELECT 'pg_class'::regclass, c.oid, CASE WHEN c.relkind = 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, n.nspname,
                c.relname::text, '', c.relowner
              FROM pg_class c
              JOIN looked_at n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
                OR c.relkind = 'S' AND NOT EXISTS (
                  SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass
                    AND d.deptype IN ('a', 'i'))
              UNION ALL
              SELECT 'pg_namespace'::regclass, n.oid, 'SCHEMA', '', n.nspname, '', n.nspowner
              FROM looked_at n
              WHERE n.nspname <> 'public' OR n.nspowner NOT IN (10, to_regrole('pg_database_owner')::oid)
              UNION ALL
              SELECT 'pg_proc'::regclass, p.oid, 'ROUTINE', n.nspname, p.proname, '(' || oidvectortypes(p.proargtypes) || ')', p.proowner
              FROM pg_proc p
              JOIN looked_at n ON n.oid = p.pronamespace
              UNION ALL
              SELECT 'pg_type'::regclass, t.oid, 'TYPE', n.nspname, t.typname, '', t.typowner
              FROM pg_type t
              JOIN looked_at n ON n.oid = t.typnamespace
              LEFT JOIN pg_class c ON c.oid = t.typrelid
              WHERE t.typtype IN ('d', 'e', 'r') OR t.typtype = 'c' AND c.relkind = 'c'
              UNION ALL
              SELECT 'pg_collation'::regclass, c.oid, 'COLLATION', n.nspname, c.collname, '', c.collowner
              FROM pg_collation c JOIN looked_at n ON n.oid = c.collnamespace
              UNION ALL
              SELECT 'pg_statistic_ext'::regclass, s.oid, 'STATISTICS', n.nspname, s.stxname, '', s.stxowner
              FROM pg_statistic_ext s JOIN looked_at n ON n.oid = s.stxnamespace
              UNION ALL
              SELECT 'pg_conversion'::regclass, c.oid, 'CONVERSION', n.nspname, c.conname, '', c.conowner
              FROM pg_conversion c JOIN looked_at n ON n.oid = c.connamespace
              UNION ALL
              SELECT 'pg_operator'::regclass, o.oid, 'OPERATOR', n.nspname, o.oprname,
                format('(%%s, %%s)',
                  CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
                  CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END), o.oprowner
              FROM pg_operator o JOIN looked_at n ON n.oid = o.oprnamespace
              WHERE o.oprcode <> 0
              UNION ALL
              SELECT 'pg_opclass'::regclass, o.oid, 'OPERATOR_CLASS', n.nspname, o.opcname, quote_ident(m.amname), o.opcowner
              FROM pg_opclass o JOIN looked_at n ON n.oid = o.opcnamespace JOIN pg_am m ON m.oid = o.opcmethod
              UNION ALL
              SELECT 'pg_opfamily'::regclass, f.oid, 'OPERATOR_FAMILY', n.nspname, f.opfname, quote_ident(m.amname), f.opfowner
              FROM pg_opfamily f JOIN looked_at n ON n.oid = f.opfnamespace JOIN pg_am m ON m.oid = f.opfmethod
              UNION ALL
              SELECT 'pg_ts_dict'::regclass, d.oid, 'TEXT_SEARCH_DICTIONARY', n.nspname, d.dictname, '', d.dictowner
              FROM pg_ts_dict d JOIN looked_at n ON n.oid = d.dictnamespace
              UNION ALL
              SELECT 'pg_ts_config'::regclass, c.oid, 'TEXT_SEARCH_CONFIGURATION', n.nspname, c.cfgname, '', c.cfgowner
              FROM pg_ts_config c JOIN looked_at n ON n.oid = c.cfgnamespace
              %s
            )
            SELECT f.thing, f.namespace, f.name, f.signature, r.rolname AS role
            FROM found f
            JOIN pg_roles r ON r.oid = f.owner
            WHERE r.rolname <> current_user
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = f.class AND d.objid = f.id AND d.objsubid = 0 AND d.deptype IN ('e', 'i'))
            """;

    /** What lies in no namespace, for who looks at the whole database; what is the system's has a lower oid. */
    private static final String OF_DATABASE = """
              UNION ALL
              SELECT 'pg_event_trigger'::regclass, e.oid, 'EVENT_TRIGGER', '', e.evtname, '', e.evtowner
              FROM pg_event_trigger e
              UNION ALL
              SELECT 'pg_language'::regclass, l.oid, 'LANGUAGE', '', l.lanname, '', l.lanowner
              FROM pg_language l
              WHERE l.oid >= 16384
              UNION ALL
              SELECT 'pg_foreign_server'::regclass, s.oid, 'SERVER', '', s.srvname, '', s.srvowner
              FROM pg_foreign_server s
              UNION ALL
              SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 'FOREIGN_DATA_WRAPPER', '', w.fdwname, '', w.fdwowner
              FROM pg_foreign_data_wrapper w
              UNION ALL
              SELECT 'pg_publication'::regclass, p.oid, 'PUBLICATION', '', p.pubname, '', p.pubowner
              FROM pg_publication p
            """;

    private PostgresqlOwnerReader() {}

    static List<Ownership> read(PostgresqlCatalogue catalogue) throws SQLException {
        boolean whole = catalogue.scope().namespaces().isEmpty();
        return catalogue.read(
                OWNERS.formatted(whole ? OF_DATABASE : ""),
                row -> new Ownership(
                        ObjectName.of(row.getString("namespace"), row.getString("name")),
                        Ownership.Thing.valueOf(row.getString("thing")),
                        row.getString("signature"),
                        row.getString("role")));
    }
}
