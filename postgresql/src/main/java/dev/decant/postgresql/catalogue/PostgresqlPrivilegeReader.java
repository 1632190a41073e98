package dev.decant.postgresql.catalogue;

import dev.decant.model.ObjectName;
import dev.decant.model.privilege.DefaultPrivileges;
import dev.decant.model.privilege.Privilege;
import dev.decant.model.privilege.Privileges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads what roles may do, as far as it differs from what they may do with a new thing of the kind. */
final class PostgresqlPrivilegeReader {
    /**
     * Everything with privileges. What initdb said of a thing (pg_init_privs) is as good as new; what an extension brought is its own
     * affair, unless initdb made that too, as it does PL/pgSQL; the owner may do what owners may.
     */
    private static final String PRIVILEGES = """
            WITH things AS (
              SELECT 'pg_class'::regclass AS class, c.oid, CASE WHEN c.relkind = 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS target,
                c.relnamespace AS namespace, c.relname::text AS name, ''::text AS column_name, ''::text AS arguments,
                c.relowner AS owner, c.relacl AS acl, acldefault(CASE WHEN c.relkind = 'S' THEN 's' ELSE 'r' END::"char", c.relowner) AS usual
              FROM pg_class c
              WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relacl IS NOT NULL
              UNION ALL
              SELECT 'pg_class'::regclass, c.oid, 'TABLE', c.relnamespace, c.relname, a.attname, '', c.relowner, a.attacl, NULL::aclitem[]
              FROM pg_attribute a
              JOIN pg_class c ON c.oid = a.attrelid
              WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
              UNION ALL
              SELECT 'pg_namespace'::regclass, n.oid, 'SCHEMA', n.oid, n.nspname, '', '', n.nspowner, n.nspacl,
                acldefault('n', n.nspowner)
              FROM pg_namespace n
              WHERE n.nspacl IS NOT NULL
              UNION ALL
              SELECT 'pg_proc'::regclass, p.oid, CASE WHEN p.prokind = 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, p.pronamespace,
                p.proname, '', '(' || oidvectortypes(p.proargtypes) || ')', p.proowner, p.proacl, acldefault('f', p.proowner)
              FROM pg_proc p
              WHERE p.proacl IS NOT NULL
              UNION ALL
              SELECT 'pg_type'::regclass, t.oid, 'TYPE', t.typnamespace, t.typname, '', '', t.typowner, t.typacl,
                acldefault('T', t.typowner)
              FROM pg_type t
              WHERE t.typacl IS NOT NULL
              %s
            ), looked_at AS (
              SELECT t.*, n.nspname, coalesce(i.initprivs, t.usual) AS before
              FROM things t
              LEFT JOIN pg_namespace n ON n.oid = t.namespace
              LEFT JOIN pg_init_privs i ON i.classoid = t.class AND i.objoid = t.oid AND i.objsubid = 0 AND i.privtype = 'i'
              WHERE (t.namespace = ANY (?) OR t.namespace IS NULL)
                AND NOT EXISTS (
                  SELECT FROM pg_depend d
                  WHERE d.classid = t.class AND d.objid = t.oid AND d.deptype = 'e' AND d.refobjid >= 16384)
            ), told AS (
              SELECT t.*, true AS granted, e.grantee, e.privilege_type, e.is_grantable
              FROM looked_at t CROSS JOIN LATERAL (
                SELECT x.grantee, x.privilege_type, x.is_grantable FROM aclexplode(t.acl) x WHERE x.grantee <> t.owner
                EXCEPT
                SELECT x.grantee, x.privilege_type, x.is_grantable FROM aclexplode(t.before) x) e
              UNION ALL
              SELECT t.*, false, e.grantee, e.privilege_type, e.is_grantable
              FROM looked_at t CROSS JOIN LATERAL (
                SELECT x.grantee, x.privilege_type, x.is_grantable FROM aclexplode(t.before) x
                EXCEPT
                SELECT x.grantee, x.privilege_type, g.is_grantable
                FROM aclexplode(t.acl) x CROSS JOIN LATERAL (VALUES (x.is_grantable), (false)) g (is_grantable)) e
            )
            SELECT t.target, CASE WHEN t.target = 'SCHEMA' THEN '' ELSE coalesce(t.nspname, '') END AS namespace, t.name, t.column_name,
              t.arguments, t.granted, coalesce(r.rolname, '') AS grantee, t.privilege_type, t.is_grantable
            FROM told t
            LEFT JOIN pg_roles r ON r.oid = t.grantee
            """;

    /** What lies in no namespace, for who looks at the whole database. */
    private static final String OF_DATABASE = """
              UNION ALL
              SELECT 'pg_language'::regclass, l.oid, 'LANGUAGE', NULL, l.lanname, '', '', l.lanowner, l.lanacl,
                acldefault('l', l.lanowner)
              FROM pg_language l
              WHERE l.lanacl IS NOT NULL
              UNION ALL
              SELECT 'pg_foreign_server'::regclass, s.oid, 'FOREIGN_SERVER', NULL, s.srvname, '', '', s.srvowner, s.srvacl,
                acldefault('S', s.srvowner)
              FROM pg_foreign_server s
              WHERE s.srvacl IS NOT NULL
              UNION ALL
              SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 'FOREIGN_DATA_WRAPPER', NULL, w.fdwname, '', '', w.fdwowner,
                w.fdwacl, acldefault('F', w.fdwowner)
              FROM pg_foreign_data_wrapper w
              WHERE w.fdwacl IS NOT NULL
            """;

    /**
     * Those in a namespace come on top of those everywhere, which begin with what every role has. What a role gives itself makes no difference
     * to what it makes, but is there, and keeps the role from going.
     */
    private static final String DEFAULTS = """
            WITH looked_at AS (
              SELECT d.defaclrole, coalesce(n.nspname, '') AS namespace, d.defaclobjtype, d.defaclacl AS acl,
                CASE WHEN n.oid IS NULL
                  THEN acldefault(CASE WHEN d.defaclobjtype = 'S' THEN 's'::"char" ELSE d.defaclobjtype END, d.defaclrole)
                  ELSE NULL::aclitem[] END AS before
              FROM pg_default_acl d
              LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
              WHERE d.defaclnamespace = 0 OR d.defaclnamespace = ANY (?)
            ), told AS (
              SELECT t.*, true AS granted, e.grantee, e.privilege_type, e.is_grantable
              FROM looked_at t CROSS JOIN LATERAL (
                SELECT x.grantee, x.privilege_type, x.is_grantable FROM aclexplode(t.acl) x
                EXCEPT
                SELECT x.grantee, x.privilege_type, x.is_grantable FROM aclexplode(t.before) x) e
              UNION ALL
              SELECT t.*, false, e.grantee, e.privilege_type, e.is_grantable
              FROM looked_at t CROSS JOIN LATERAL (
                SELECT x.grantee, x.privilege_type, x.is_grantable FROM aclexplode(t.before) x
                EXCEPT
                SELECT x.grantee, x.privilege_type, g.is_grantable
                FROM aclexplode(t.acl) x CROSS JOIN LATERAL (VALUES (x.is_grantable), (false)) g (is_grantable)) e
            )
            SELECT CASE t.defaclobjtype
                WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES'
                WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE_OBJECTS' END AS things,
              t.namespace, o.rolname AS name, '' AS column_name, t.granted, coalesce(r.rolname, '') AS grantee,
              t.privilege_type, t.is_grantable
            FROM told t
            JOIN pg_roles o ON o.oid = t.defaclrole
            LEFT JOIN pg_roles r ON r.oid = t.grantee
            """;

    /** A thing and all that was found of it so far. */
    private record Found(List<Privilege> granted, List<Privilege> revoked) {
        Found() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private record Thing(ObjectName name, String kind, String arguments) {}

    private PostgresqlPrivilegeReader() {}

    /** Those on things that are there. */
    static List<Privileges> privileges(PostgresqlCatalogue catalogue) throws SQLException {
        boolean whole = catalogue.scope().namespaces().isEmpty();
        return read(
                catalogue,
                PRIVILEGES.formatted(whole ? OF_DATABASE : ""),
                row -> new Thing(name(row), row.getString("target"), row.getString("arguments")),
                (thing, found) -> new Privileges(
                        thing.name(),
                        Privileges.Target.valueOf(thing.kind()),
                        thing.arguments(),
                        found.granted(),
                        found.revoked()));
    }

    /** Those on things that will be there. */
    static List<DefaultPrivileges> defaults(PostgresqlCatalogue catalogue) throws SQLException {
        return read(
                catalogue,
                DEFAULTS,
                row -> new Thing(name(row), row.getString("things"), ""),
                (thing, found) -> new DefaultPrivileges(
                        thing.name(),
                        DefaultPrivileges.Things.valueOf(thing.kind()),
                        found.granted(),
                        found.revoked()));
    }

    private static <T> List<T> read(
            PostgresqlCatalogue catalogue,
            String query,
            PostgresqlCatalogue.RowReader<Thing> thing,
            BiFunction<Thing, Found, T> make)
            throws SQLException {
        Map<Thing, Found> all = new LinkedHashMap<>();
        catalogue.read(query, row -> {
            Found found = all.computeIfAbsent(thing.read(row), key -> new Found());
            return (row.getBoolean("granted") ? found.granted() : found.revoked()).add(privilege(row));
        });
        return all.entrySet().stream()
                .map(entry -> make.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ObjectName name(ResultSet row) throws SQLException {
        return ObjectName.of(row.getString("namespace"), row.getString("name"));
    }

    private static Privilege privilege(ResultSet row) throws SQLException {
        return new Privilege(
                row.getString("grantee"),
                row.getString("privilege_type"),
                row.getString("column_name"),
                row.getBoolean("is_grantable"));
    }
}
