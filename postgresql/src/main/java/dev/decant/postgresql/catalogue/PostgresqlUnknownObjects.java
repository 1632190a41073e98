package dev.decant.postgresql.catalogue;

import dev.decant.database.UnknownObject;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is in the namespaces that are looked at and in no schema that was read of them. */
final class PostgresqlUnknownObjects {
    /**
     * Everything that lives in a namespace or is part of a relation of one, each in the group of things that share their names. Indexes and
     * constraints are left out, which are parts of their tables, and so is what comes with another thing: arrays, the row types of
     * tables, the sequences of identity columns, the triggers behind foreign keys, the rules behind views.
     */
    private static final String EVERYTHING = """
            WITH looked_at AS (
              SELECT n.oid, n.nspname FROM pg_namespace n WHERE n.oid = ANY (?)
            ), owned AS (
              SELECT d.classid, d.objid FROM pg_depend d WHERE d.deptype = 'e'
            ), found AS (
              SELECT 'pg_class'::regclass AS class, c.oid, c.relnamespace AS namespace, c.relname AS name, 'relation' AS grouping,
                CASE c.relkind
                  WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' ELSE 'table' END AS kind,
                '' AS holder
              FROM pg_class c
              WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
                AND NOT (c.relkind = 'S' AND EXISTS (
                  SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i'))
              UNION ALL
              SELECT 'pg_type'::regclass, t.oid, t.typnamespace, t.typname, 'type',
                CASE t.typtype
                  WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'c' THEN 'composite' WHEN 'r' THEN 'range'
                  ELSE 'base type' END, ''
              FROM pg_type t
              LEFT JOIN pg_class c ON c.oid = t.typrelid
              WHERE t.typtype <> 'm' AND (c.oid IS NULL OR c.relkind = 'c')
                AND NOT EXISTS (SELECT FROM pg_type e WHERE e.oid = t.typelem AND e.typarray = t.oid)
              UNION ALL
              SELECT 'pg_proc'::regclass, p.oid, p.pronamespace, p.proname, 'routine',
                CASE p.prokind WHEN 'a' THEN 'aggregate' ELSE 'routine' END, ''
              FROM pg_proc p
              WHERE NOT EXISTS (
                SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')
              UNION ALL
              SELECT 'pg_operator'::regclass, o.oid, o.oprnamespace, o.oprname, 'other', 'operator', '' FROM pg_operator o
              UNION ALL
              SELECT 'pg_opfamily'::regclass, f.oid, f.opfnamespace, f.opfname, 'other', 'operator family', '' FROM pg_opfamily f
              UNION ALL
              SELECT 'pg_opclass'::regclass, o.oid, o.opcnamespace, o.opcname, 'other', 'operator class', '' FROM pg_opclass o
              UNION ALL
              SELECT 'pg_collation'::regclass, c.oid, c.collnamespace, c.collname, 'other', 'collation', '' FROM pg_collation c
              UNION ALL
              SELECT 'pg_conversion'::regclass, c.oid, c.connamespace, c.conname, 'other', 'conversion', '' FROM pg_conversion c
              UNION ALL
              SELECT 'pg_ts_config'::regclass, c.oid, c.cfgnamespace, c.cfgname, 'other', 'text search configuration', ''
              FROM pg_ts_config c
              UNION ALL
              SELECT 'pg_ts_dict'::regclass, d.oid, d.dictnamespace, d.dictname, 'other', 'text search dictionary', ''
              FROM pg_ts_dict d
              UNION ALL
              SELECT 'pg_ts_parser'::regclass, p.oid, p.prsnamespace, p.prsname, 'other', 'text search parser', ''
              FROM pg_ts_parser p
              UNION ALL
              SELECT 'pg_ts_template'::regclass, t.oid, t.tmplnamespace, t.tmplname, 'other', 'text search template', ''
              FROM pg_ts_template t
              UNION ALL
              SELECT 'pg_statistic_ext'::regclass, s.oid, s.stxnamespace, s.stxname, 'part', 'statistics', c.relname
              FROM pg_statistic_ext s JOIN pg_class c ON c.oid = s.stxrelid
              UNION ALL
              SELECT 'pg_trigger'::regclass, t.oid, c.relnamespace, t.tgname, 'part', 'trigger', c.relname
              FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
              WHERE NOT t.tgisinternal AND t.tgparentid = 0
              UNION ALL
              SELECT 'pg_rewrite'::regclass, r.oid, c.relnamespace, r.rulename, 'part', 'rule', c.relname
              FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
              WHERE r.rulename <> '_RETURN'
              UNION ALL
              SELECT 'pg_policy'::regclass, p.oid, c.relnamespace, p.polname, 'part', 'policy', c.relname
              FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
            )
            SELECT f.grouping, f.kind, n.nspname AS namespace, f.name, f.holder
            FROM found f
            JOIN looked_at n ON n.oid = f.namespace
            WHERE NOT EXISTS (SELECT FROM owned o WHERE o.classid = f.class AND o.objid = f.oid)
            """;

    private final Set<Reference> provided = new HashSet<>();
    private final Set<ObjectName> relations = new HashSet<>();
    private final Set<String> named;

    private record Found(String grouping, UnknownObject object) {}

    private PostgresqlUnknownObjects(Schema schema) {
        schema.tables().values().forEach(this::note);
        for (SchemaObject object : schema.objects().values()) {
            provided.addAll(object.provides());
            object.provides().forEach(reference -> {
                if (reference instanceof Reference.ToRelation(ObjectName name)) {
                    relations.add(name);
                }
            });
        }
        named = schema.objects().values().stream()
                .map(object -> object.name() + " "
                        + object.holder().map(ObjectName::local).orElse(""))
                .collect(Collectors.toSet());
    }

    private void note(Table table) {
        relations.add(table.name());
        table.columns().forEach(column -> {
            if (column.fill() instanceof Fill.Serial serial) {
                relations.add(serial.sequence());
            }
        });
    }

    /** What is there beside the schema that was read. */
    static List<UnknownObject> besides(Schema schema, PostgresqlCatalogue catalogue) throws SQLException {
        PostgresqlUnknownObjects known = new PostgresqlUnknownObjects(schema);
        return catalogue.read(EVERYTHING, PostgresqlUnknownObjects::found).stream()
                .filter(found -> !known.has(found))
                .map(Found::object)
                .toList();
    }

    private static Found found(ResultSet row) throws SQLException {
        String namespace = row.getString("namespace");
        String name = row.getString("name");
        UnknownObject object =
                new UnknownObject(row.getString("kind"), ObjectName.of(namespace, name), row.getString("holder"));
        return new Found(row.getString("grouping"), object);
    }

    private boolean has(Found found) {
        ObjectName name = found.object().name();
        return switch (found.grouping()) {
            case "relation" -> relations.contains(name);
            case "type" -> provided.contains(new Reference.ToType(name));
            case "routine" -> provided.contains(new Reference.ToRoutine(name));
            default -> named.contains(name + " " + found.object().holder());
        };
    }
}
