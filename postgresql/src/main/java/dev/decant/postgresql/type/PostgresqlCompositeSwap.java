package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Conversion;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.compositetype.CompositeType.Attribute;
import dev.decant.postgresql.sql.PostgresqlConversions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A composite type that takes the place of one with other attributes. Its values are put together attribute by attribute, those of arrays by
 * a function of the session, since ALTER TABLE takes no subquery.
 *
 * @param former the type that is there
 * @param after the type that takes its place
 * @param create what makes that
 * @param listed whether a column holds arrays of it
 */
record PostgresqlCompositeSwap(CompositeType former, CompositeType after, List<Statement> create, boolean listed)
        implements PostgresqlTypeSwap.Successor {
    PostgresqlCompositeSwap {
        create = List.copyOf(create);
    }

    /** The one for the columns of a schema. */
    static PostgresqlCompositeSwap of(
            CompositeType type, CompositeType after, List<Statement> create, SchemaView before) {
        boolean listed = before.tables().values().stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::type)
                .anyMatch(column -> column.dimensions() > 0 && column.name().equals(type.name()));
        return new PostgresqlCompositeSwap(type, after, create, listed);
    }

    @Override
    public String word() {
        return "TYPE";
    }

    @Override
    public List<Statement> prepare() {
        return listed
                ? List.of(statement(sql("CREATE FUNCTION")
                                .text(function() + "(" + name(departing()) + "[])")
                                .words("RETURNS")
                                .text(name(after.name()) + "[]")
                                .words("LANGUAGE sql STRICT AS")
                                .literal(arrays()))
                        .explained(PostgresqlLocks.CATALOGUE + "; it puts together the arrays of " + former.name()))
                : List.of();
    }

    @Override
    public List<Statement> finish() {
        return listed
                ? List.of(statement(sql("DROP FUNCTION").text(function() + "(" + name(departing()) + "[])"))
                        .explained(PostgresqlLocks.CATALOGUE))
                : List.of();
    }

    private ObjectName departing() {
        return PostgresqlNames.departing(former.name());
    }

    private static String function() {
        return "pg_temp.decant_converted";
    }

    /** Arrays of more than one dimension are read from their text, which fails where an attribute comes or goes. */
    private String arrays() {
        String list = name(after.name()) + "[]";
        return "SELECT CASE WHEN array_ndims($1) > 1 THEN $1::text::" + list + " ELSE coalesce((SELECT array_agg("
                + row("$1[i]") + "::" + name(after.name()) + " END ORDER BY i) FROM generate_subscripts($1, 1) AS i), "
                + "'{}'::" + list + ") END";
    }

    /** A row of the new type; a value that is null as a whole stays so. */
    @Override
    public String using(Column column) {
        String value = name(column.name());
        return column.type().dimensions() > 0
                ? function() + "(" + value + ")"
                : row(value) + "::" + type(column.type()) + " END";
    }

    private String row(String value) {
        String attributes = after.attributes().stream()
                .map(attribute -> former.attribute(attribute.name())
                        .map(earlier ->
                                converted("(" + value + ")." + name(attribute.name()), earlier, attribute.type()))
                        .orElse("NULL"))
                .collect(Collectors.joining(", "));
        return "CASE WHEN " + value + " IS DISTINCT FROM NULL THEN ROW(" + attributes + ")";
    }

    /** The value of an attribute that gets another type: by way of text where the server has no cast. */
    private static String converted(String value, Attribute before, DataType after) {
        if (before.type().equals(after)) {
            return value;
        }
        return PostgresqlConversions.of(value, before.type(), after) instanceof Conversion.Known(Expression expression)
                ? expression.sql()
                : value + "::text::" + type(after);
    }

    @Override
    public Statement converting(Statement statement, ObjectName table) {
        return statement.with(
                Hazard.Kind.DATA_DEPENDENT,
                "fails when a value of " + table + " is none of the new type " + after.name());
    }
}
