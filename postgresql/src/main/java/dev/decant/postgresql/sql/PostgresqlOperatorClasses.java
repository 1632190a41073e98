package dev.decant.postgresql.sql;

import dev.decant.model.DataType;
import java.util.Map;
import java.util.Set;

/** Which operator class an index takes for a type by itself: pg_opclass.opcdefault, the same in PostgreSQL 14 to 18. */
public final class PostgresqlOperatorClasses {
    private static final Map<String, String> STEMS = Map.ofEntries(
            Map.entry("smallint", "int2"),
            Map.entry("integer", "int4"),
            Map.entry("bigint", "int8"),
            Map.entry("real", "float4"),
            Map.entry("double precision", "float8"),
            Map.entry("numeric", "numeric"),
            Map.entry("money", "money"),
            Map.entry("boolean", "bool"),
            Map.entry("text", "text"),
            Map.entry("character varying", "text"),
            Map.entry("character", "bpchar"),
            Map.entry("bpchar", "bpchar"),
            Map.entry("bytea", "bytea"),
            Map.entry("date", "date"),
            Map.entry(PostgresqlTypes.TIMESTAMP, "timestamp"),
            Map.entry(PostgresqlTypes.TIMESTAMPTZ, "timestamptz"),
            Map.entry(PostgresqlTypes.TIME, "time"),
            Map.entry(PostgresqlTypes.TIMETZ, "timetz"),
            Map.entry("interval", "interval"),
            Map.entry("uuid", "uuid"),
            Map.entry("inet", "inet"),
            Map.entry("cidr", "inet"),
            Map.entry("macaddr", "macaddr"),
            Map.entry("macaddr8", "macaddr8"),
            Map.entry("bit", "bit"),
            Map.entry("bit varying", "varbit"),
            Map.entry("jsonb", "jsonb"),
            Map.entry("tsvector", "tsvector"),
            Map.entry("tsquery", "tsquery"),
            Map.entry("pg_lsn", "pg_lsn"),
            Map.entry("box", "box"),
            Map.entry("point", "point"),
            Map.entry("polygon", "poly"),
            Map.entry("circle", "circle"));

    private static final Set<String> RANGES =
            Set.of("int4range", "int8range", "numrange", "daterange", "tsrange", "tstzrange");

    private static final Set<String> MULTIRANGES = Set.of(
            "int4multirange", "int8multirange", "nummultirange", "datemultirange", "tsmultirange", "tstzmultirange");

    /** Types without an order, of which BRIN keeps what includes the values and not their extremes. */
    private static final Set<String> INCLUDING = Set.of("inet", "range", "box");

    private PostgresqlOperatorClasses() {}

    /** Whether naming the class says nothing new for a key of that canonical type. */
    public static boolean isUsual(String method, DataType type, String operatorClass) {
        String stem = stem(type);
        return !stem.isEmpty() && operatorClass.equals(usual(method, stem));
    }

    private static String usual(String method, String stem) {
        return switch (method) {
            case "brin" -> stem + (INCLUDING.contains(stem) ? "_inclusion_ops" : "_minmax_ops");
            case "spgist" -> stem.equals("point") ? "quad_point_ops" : stem + "_ops";
            case "ivfflat" -> "vector_l2_ops";
            default -> stem + "_ops";
        };
    }

    private static String stem(DataType type) {
        if (type.dimensions() > 0) {
            return "array";
        }
        if (type.isDeclared()) {
            return "enum";
        }
        String name = PostgresqlTypes.nameOf(type);
        if (RANGES.contains(name)) {
            return "range";
        }
        return MULTIRANGES.contains(name) ? "multirange" : STEMS.getOrDefault(name, name.equals("vector") ? name : "");
    }
}
