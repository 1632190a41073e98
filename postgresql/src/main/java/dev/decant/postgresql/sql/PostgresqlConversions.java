package dev.decant.postgresql.sql;

import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Conversion;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import java.util.Optional;
import java.util.Set;

/** How the values of a column become values of another type. */
public final class PostgresqlConversions {
    private static final Conversion NO_IDEA = new Conversion.Asked(Optional.empty());

    private PostgresqlConversions() {}

    /**
     * What the server does or would do.
     *
     * <p>Where it converts by itself when it stores a value, the expression is the column alone: written as a cast, one that shortens
     * would cut off in silence what storing refuses.
     */
    public static Conversion of(Column column, DataType to) {
        return of(
                PostgresqlText.name(column.name()),
                PostgresqlTypes.canonical(column.type()),
                PostgresqlTypes.canonical(to));
    }

    /** How a value, as SQL, is made one of another type. */
    public static Conversion of(String value, DataType from, DataType to) {
        if (from.dimensions() == 0 && to.dimensions() > 0) {
            return inArray(value, from, to);
        }
        if (from.dimensions() > 0 && isDocument(to)) {
            return document(value, to);
        }
        if (from.dimensions() > 0 && to.dimensions() == 0) {
            return firstElement(value, from, to);
        }
        return from.dimensions() == 0 ? ofValues(value, from, to) : ofArrays(value, from, to);
    }

    private static Conversion ofArrays(String value, DataType from, DataType to) {
        boolean known = ofValues("element", from.element(), to.element()) instanceof Conversion.Known;
        return known ? cast(value, from, to) : NO_IDEA;
    }

    private static Conversion ofValues(String value, DataType from, DataType to) {
        return from.equals(to) ? known(value) : meant(value, from, to).orElseGet(() -> cast(value, from, to));
    }

    /** A domain or an enum is read from the text of any value that it takes, where the server may know of a shorter way. */
    private static Conversion cast(String value, DataType from, DataType to) {
        if (isDocument(to)
                && !isDocument(from)
                && PostgresqlCasts.between(from, to).isEmpty()) {
            return document(value, to);
        }
        if (from.isDeclared() && to.isDeclared() && !from.name().equals(to.name())) {
            return known(written(value, from) + "::" + type(to));
        }
        if (from.isDeclared() && PostgresqlTypes.isString(to.element())) {
            return known(written(value, from));
        }
        return PostgresqlCasts.between(from, to)
                .map(context -> switch (context) {
                    case IMPLICIT, ASSIGNMENT -> known(value);
                    case EXPLICIT -> known(value + "::" + type(to));
                })
                .orElseGet(() -> from.isDeclared() || to.isDeclared() ? asked(value + "::text::" + type(to)) : NO_IDEA);
    }

    private static Conversion document(String value, DataType to) {
        return asked("to_" + PostgresqlTypes.nameOf(to) + "(" + value + ")");
    }

    private static boolean isDocument(DataType type) {
        return type.dimensions() == 0 && Set.of("json", "jsonb").contains(PostgresqlTypes.nameOf(type));
    }

    /** Somebody may have declared a cast from a type of theirs to text that the server makes only where it is written. */
    private static String written(String value, DataType from) {
        return value + "::" + type(DataType.of("text").withDimensions(from.dimensions()));
    }

    /** Whether the values of a column become no more than their text. */
    public static boolean isWritten(Column column, Expression using) {
        return column.type().isDeclared()
                && using.sql().equals(written(PostgresqlText.name(column.name()), column.type()));
    }

    /** What most people mean where the server has no cast, or one that means something else or depends on the session. */
    private static Optional<Conversion> meant(String value, DataType from, DataType to) {
        String between = PostgresqlTypes.nameOf(from) + " > " + PostgresqlTypes.nameOf(to);
        return switch (between) {
            case "smallint > boolean", "integer > boolean", "bigint > boolean" -> Optional.of(known(value + " <> 0"));
            case "boolean > smallint", "boolean > bigint" -> Optional.of(known(value + "::integer::" + type(to)));
            case "boolean > numeric", "boolean > real", "boolean > double precision" ->
                Optional.of(known(value + "::integer"));
            case "text > bytea", "character varying > bytea", "character > bytea" ->
                Optional.of(asked("convert_to(" + value + ", 'UTF8')"));
            // The text of a bytea is its hexadecimal digits.
            case "bytea > text", "bytea > character varying", "bytea > character" ->
                Optional.of(asked("convert_from(" + value + ", 'UTF8')"));
            // Storing takes no bits of another number: PostgreSQL's manual, 8.10.
            case "bit > bit" ->
                Optional.of(bits(to) >= bits(from) ? known(value + "::" + type(to)) : asked(value + "::" + type(to)));
            case "bytea > uuid" -> Optional.of(asked("encode(" + value + ", 'hex')::uuid"));
            case "uuid > bytea" -> Optional.of(asked("uuid_send(" + value + ")"));
            case "hstore > json", "hstore > jsonb" -> Optional.of(known(value + "::" + type(to)));
            case "json > hstore" -> Optional.of(asked(pairs(value + "::jsonb")));
            case "jsonb > hstore" -> Optional.of(asked(pairs(value)));
            default -> timeOfDay(value, from, to).or(() -> moment(value, from, to));
        };
    }

    /** An object as a hstore; no subquery may stand behind USING, and jsonpath alone takes an object apart without one. */
    private static String pairs(String value) {
        return "hstore(" + texts(value, "key") + ", " + texts(value, "value") + ")";
    }

    /** A list of texts; pg_class is a type with such a list, which makes an array of one. */
    private static String texts(String value, String part) {
        return "(jsonb_populate_record(NULL::pg_catalog.pg_class, jsonb_build_object('reloptions', jsonb_path_query_array("
                + value + ", '$.keyvalue()." + part + "')))).reloptions";
    }

    private static int bits(DataType type) {
        return type.arguments().isEmpty()
                ? 1
                : Integer.parseInt(type.arguments().getFirst());
    }

    /** A time of day says nothing of the day, which is the first that numbers are counted from, too; it is the same again on the way back. */
    private static Optional<Conversion> timeOfDay(String value, DataType from, DataType to) {
        String day = "DATE '1970-01-01' + " + value;
        boolean local = PostgresqlTypes.nameOf(from).equals(PostgresqlTypes.TIME);
        if (!local && !PostgresqlTypes.nameOf(from).equals(PostgresqlTypes.TIMETZ)) {
            return Optional.empty();
        }
        return switch (PostgresqlTypes.nameOf(to)) {
            case PostgresqlTypes.TIMESTAMP -> Optional.of(asked(local ? day : "(" + day + ") AT TIME ZONE 'UTC'"));
            case PostgresqlTypes.TIMESTAMPTZ -> Optional.of(asked(local ? "(" + day + ") AT TIME ZONE 'UTC'" : day));
            default -> Optional.empty();
        };
    }

    /** A moment and a local time are told apart by the session's time zone, which is nobody's intention. */
    private static Optional<Conversion> moment(String value, DataType from, DataType to) {
        String local = PostgresqlTypes.TIMESTAMP;
        String moment = PostgresqlTypes.TIMESTAMPTZ;
        String utc = " AT TIME ZONE 'UTC'";
        if (PostgresqlTypes.nameOf(from).equals(moment)) {
            return switch (PostgresqlTypes.nameOf(to)) {
                case "timestamp without time zone" -> Optional.of(asked(value + utc));
                case "date", "time without time zone" -> Optional.of(asked("(" + value + utc + ")::" + type(to)));
                default -> seconds(value, from, to);
            };
        }
        if (PostgresqlTypes.nameOf(to).equals(moment)) {
            return switch (PostgresqlTypes.nameOf(from)) {
                case "timestamp without time zone" -> Optional.of(asked(value + utc));
                case "date" -> Optional.of(asked(value + "::" + local + utc));
                default -> seconds(value, from, to);
            };
        }
        return seconds(value, from, to);
    }

    /** A number can count the seconds since 1970, or of an interval. */
    private static Optional<Conversion> seconds(String value, DataType from, DataType to) {
        if (PostgresqlTypes.isNumber(from)) {
            return switch (PostgresqlTypes.nameOf(to)) {
                case PostgresqlTypes.TIMESTAMPTZ -> Optional.of(asked("to_timestamp(" + value + ")"));
                case PostgresqlTypes.TIMESTAMP, "date" ->
                    Optional.of(asked("(to_timestamp(" + value + ") AT TIME ZONE 'UTC')::" + type(to)));
                // A server transforms the name of an argument for each partition again, and fails (transformExprRecurse
                // in
                // src/backend/parser/parse_expr.c).
                case "interval" -> Optional.of(asked(value + " * interval '1 second'"));
                default -> Optional.empty();
            };
        }
        boolean counted = switch (PostgresqlTypes.nameOf(from)) {
            case PostgresqlTypes.TIMESTAMPTZ, PostgresqlTypes.TIMESTAMP, "date", "interval" ->
                PostgresqlTypes.isNumber(to);
            default -> false;
        };
        return counted ? Optional.of(asked("extract(epoch FROM " + value + ")::" + type(to))) : Optional.empty();
    }

    private static Conversion inArray(String value, DataType from, DataType to) {
        return expression(of(value, from, to.element()))
                .map(element -> element.equals(value) && !from.equals(to.element())
                        ? element + "::" + type(to.element())
                        : element)
                .map(element -> asked("CASE WHEN " + value + " IS NULL THEN NULL ELSE ARRAY[" + element + "] END"))
                .orElse(NO_IDEA);
    }

    private static Conversion firstElement(String value, DataType from, DataType to) {
        return expression(of(value + "[1]", from.element(), to))
                .map(PostgresqlConversions::asked)
                .orElse(NO_IDEA);
    }

    private static Optional<String> expression(Conversion conversion) {
        return switch (conversion) {
            case Conversion.Known(Expression expression) -> Optional.of(expression.sql());
            case Conversion.Asked(Optional<Expression> suggestion) -> suggestion.map(Expression::sql);
        };
    }

    private static Conversion known(String expression) {
        return new Conversion.Known(new Expression(expression));
    }

    private static Conversion asked(String suggestion) {
        return new Conversion.Asked(Optional.of(new Expression(suggestion)));
    }
}
