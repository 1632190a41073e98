package dev.decant.postgresql.table;

import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.ObjectKey;
import dev.decant.model.SchemaView;
import dev.decant.model.domain.Domain;
import dev.decant.model.enumtype.EnumType;
import dev.decant.postgresql.sql.PostgresqlTypes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether values of a type can be compressed or stored apart from their rows. Where a domain is another one by now, its columns have lost
 * what they had of that.
 */
public final class PostgresqlStorable {
    /** Those that are always stored as they are: pg_type.typstorage is p. */
    private static final Set<String> PLAIN = Set.of(
            "boolean",
            "\"char\"",
            "name",
            "smallint",
            "integer",
            "bigint",
            "real",
            "double precision",
            "money",
            "date",
            "interval",
            PostgresqlTypes.TIMESTAMP,
            PostgresqlTypes.TIMESTAMPTZ,
            PostgresqlTypes.TIME,
            PostgresqlTypes.TIMETZ,
            "uuid",
            "oid",
            "point",
            "lseg",
            "box",
            "line",
            "circle",
            "macaddr",
            "macaddr8",
            "pg_lsn");

    private PostgresqlStorable() {}

    /** The column without storage and compression where its type, as the schema has it, takes neither. */
    public static Column in(SchemaView schema, Column column) {
        return isPlain(column.type(), schema) ? PostgresqlColumnOptions.retyped(column) : column;
    }

    /** A column that stores its values as those of its domain are usually stored, and says how, where it has stored them in a way of its own. */
    static Column usual(SchemaView schema, Column before, Column after) {
        boolean returns = before.options().containsKey(PostgresqlColumnOptions.STORAGE)
                && !after.options().containsKey(PostgresqlColumnOptions.STORAGE);
        return returns && domain(after.type(), schema).isPresent() && !isPlain(after.type(), schema)
                ? stored(after, PostgresqlTypes.storage(base(after.type(), schema)))
                : after;
    }

    private static Column stored(Column column, String way) {
        Map<String, String> options = new LinkedHashMap<>(column.options());
        options.put(PostgresqlColumnOptions.STORAGE, way);
        return column.withOptions(options);
    }

    private static DataType base(DataType type, SchemaView schema) {
        return domain(type, schema).map(domain -> base(domain.type(), schema)).orElse(type);
    }

    private static Optional<Domain> domain(DataType type, SchemaView schema) {
        return type.dimensions() > 0
                ? Optional.empty()
                : schema.object(new ObjectKey(Domain.KIND, type.name())).map(Domain.class::cast);
    }

    /** Whether values of a type are of one size, so that they are stored as they are. */
    static boolean isPlain(DataType type, SchemaView schema) {
        if (type.dimensions() > 0) {
            return false;
        }
        Optional<Domain> domain = domain(type, schema);
        if (domain.isPresent()) {
            return isPlain(domain.get().type(), schema);
        }
        return schema.object(new ObjectKey(EnumType.KIND, type.name())).isPresent()
                || PLAIN.contains(PostgresqlTypes.nameOf(type));
    }
}
