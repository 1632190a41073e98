package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Conversion;
import dev.decant.dialect.Statement;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.compositetype.CompositeType.Attribute;
import dev.decant.model.domain.Domain;
import dev.decant.postgresql.sql.PostgresqlConversions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of a composite type with other attributes, and of the types that rest on it. They are put together attribute by attribute,
 * those of arrays by functions of the session, since ALTER TABLE takes no subquery.
 */
final class PostgresqlCompositeValues {
    private static final String FUNCTION = "pg_temp.decant_converted";

    private final CompositeType after;
    private final Map<ObjectName, SchemaObject> moved = new LinkedHashMap<>();
    private final Set<ObjectName> listed;

    private PostgresqlCompositeValues(CompositeType after, List<SchemaObject> moved, SchemaView before) {
        this.after = after;
        moved.forEach(type -> this.moved.put(type.name(), type));
        this.listed = listed(before);
    }

    /** Those for the columns of a schema. */
    static PostgresqlCompositeValues of(CompositeType type, CompositeType after, SchemaView before) {
        List<SchemaObject> moved = new ArrayList<>(List.of(type));
        moved.addAll(new PostgresqlRestingTypes(List.of(type.name()), before).types());
        return new PostgresqlCompositeValues(after, moved, before);
    }

    /** The types of which a column or another type holds arrays. */
    private Set<ObjectName> listed(SchemaView before) {
        Stream<DataType> columns = before.tables().values().stream()
                .flatMap(table -> table.columns().stream())
                .map(column -> column.type());
        Stream<DataType> parts = moved.values().stream().flatMap(PostgresqlCompositeValues::parts);
        return Stream.concat(columns, parts)
                .filter(type -> type.dimensions() > 0 && moved.containsKey(type.name()))
                .map(DataType::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<DataType> parts(SchemaObject type) {
        return type instanceof CompositeType composite
                ? composite.attributes().stream().map(Attribute::type)
                : type instanceof Domain domain ? Stream.of(domain.type()) : Stream.empty();
    }

    /** The functions that put arrays together, those that others call first. */
    List<Statement> prepare() {
        return moved.keySet().stream()
                .filter(listed::contains)
                .map(type -> statement(sql("CREATE FUNCTION")
                                .text(FUNCTION + "(" + name(PostgresqlNames.departing(type)) + "[])")
                                .words("RETURNS")
                                .text(name(type) + "[]")
                                .words("LANGUAGE sql STRICT AS")
                                .literal(arrays(type)))
                        .explained(PostgresqlLocks.CATALOGUE + "; it puts together the arrays of " + type))
                .toList();
    }

    /** What drops them. */
    List<Statement> finish() {
        return moved.keySet().stream()
                .filter(listed::contains)
                .map(type -> statement(sql("DROP FUNCTION")
                                .text(FUNCTION + "(" + name(PostgresqlNames.departing(type)) + "[])"))
                        .explained(PostgresqlLocks.CATALOGUE))
                .toList();
    }

    /** Arrays of more than one dimension are read from their text, which fails where an attribute comes or goes. */
    private String arrays(ObjectName type) {
        String list = name(type) + "[]";
        return "SELECT CASE WHEN array_ndims($1) > 1 THEN $1::text::" + list + " ELSE coalesce((SELECT array_agg("
                + of("$1[i]", DataType.declared(type)) + " ORDER BY i) FROM generate_subscripts($1, 1) AS i), "
                + "'{}'::" + list + ") END";
    }

    /** The value that one of a type was becomes. */
    String of(String value, DataType type) {
        SchemaObject known = moved.get(type.name());
        if (known == null) {
            return value;
        }
        if (type.dimensions() > 0) {
            return FUNCTION + "(" + value + ")";
        }
        if (known instanceof Domain domain) {
            return of(value + "::" + departing(domain.type()), domain.type()) + "::" + type(type);
        }
        return known instanceof CompositeType composite
                ? row(value, composite) + "::" + type(type) + " END"
                : value + "::text::" + type(type);
    }

    private String departing(DataType type) {
        return type(moved.containsKey(type.name()) ? type.withName(PostgresqlNames.departing(type.name())) : type);
    }

    /** A row of the new type; a value that is null as a whole stays so. */
    private String row(String value, CompositeType former) {
        CompositeType successor = former.name().equals(after.name()) ? after : former;
        String attributes = successor.attributes().stream()
                .map(attribute -> former.attribute(attribute.name())
                        .map(earlier ->
                                converted("(" + value + ")." + name(attribute.name()), earlier, attribute.type()))
                        .orElse("NULL"))
                .collect(Collectors.joining(", "));
        return "CASE WHEN " + value + " IS DISTINCT FROM NULL THEN ROW(" + attributes + ")";
    }

    /** The value of an attribute that gets another type: by way of text where the server has no cast. */
    private String converted(String value, Attribute before, DataType after) {
        if (before.type().equals(after)) {
            return of(value, after);
        }
        return PostgresqlConversions.of(value, before.type(), after) instanceof Conversion.Known(Expression expression)
                ? expression.sql()
                : value + "::text::" + type(after);
    }
}
