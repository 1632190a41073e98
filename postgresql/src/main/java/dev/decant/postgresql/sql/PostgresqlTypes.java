package dev.decant.postgresql.sql;

import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The types of PostgreSQL in the spelling of {@code format_type}, and what is known of them: the manual's chapter 8, table 8.1. */
public final class PostgresqlTypes {
    public static final String TIMESTAMP = "timestamp without time zone";
    public static final String TIMESTAMPTZ = "timestamp with time zone";
    public static final String TIME = "time without time zone";
    public static final String TIMETZ = "time with time zone";

    static final Set<String> STRINGS = Set.of("text", "character varying", "character", "bpchar");
    static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"),
            Map.entry("national character varying", "character varying"),
            Map.entry("national char varying", "character varying"),
            Map.entry("nchar varying", "character varying"),
            Map.entry("char", "character"),
            Map.entry("nchar", "character"),
            Map.entry("national character", "character"),
            Map.entry("national char", "character"),
            Map.entry("varbit", "bit varying"),
            Map.entry("timestamp", TIMESTAMP),
            Map.entry("timestamptz", TIMESTAMPTZ),
            Map.entry("time", TIME),
            Map.entry("timetz", TIMETZ));

    /** The integers that a sequence of a type goes over. */
    public record Range(long smallest, long largest) {}

    private static final Map<String, String> SERIAL = Map.of(
            "smallint", "smallserial",
            "integer", "serial",
            "bigint", "bigserial");

    /** Further words that people write for types. */
    private static final List<String> OTHER_NAMES = List.of(
            "text", "date", "interval", "bytea", "uuid", "json", "jsonb", "xml", "inet", "cidr", "serial", "bigserial");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private PostgresqlTypes() {}

    /** The words that people write for types. */
    public static List<String> names() {
        return Stream.concat(ALIASES.keySet().stream(), Stream.concat(ALIASES.values().stream(), OTHER_NAMES.stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The type as {@code format_type} spells it. A type of the schema or of an extension keeps its name. Arrays of any number of dimensions
     * are one type, whatever was declared: PostgreSQL's manual, 8.15.1.
     */
    public static DataType canonical(DataType given) {
        DataType type = given.dimensions() > 1 ? given.withDimensions(1) : given;
        if (type.isDeclared() && !type.name().schema().equals("pg_catalog")) {
            return type;
        }
        String spelled = type.name().local();
        if (spelled.startsWith("\"")) {
            return type;
        }
        String words = spelled.toLowerCase(Locale.ROOT).strip();
        words = BLANKS.matcher(words).replaceAll(" ");
        String name = ALIASES.getOrDefault(words, words);
        return name.equals("float")
                ? floating(type)
                : new DataType(
                        ObjectName.of(lengthless(name, type)), arguments(name, type.arguments()), type.dimensions());
    }

    /** {@code float(p)} counts binary digits: chapter 8.1.3. */
    private static DataType floating(DataType type) {
        boolean single =
                !type.arguments().isEmpty() && Integer.parseInt(type.arguments().getFirst()) <= 24;
        return new DataType(ObjectName.of(single ? "real" : "double precision"), List.of(), type.dimensions());
    }

    private static String lengthless(String name, DataType type) {
        return name.equals("bpchar") && !type.arguments().isEmpty() ? "character" : name;
    }

    private static List<String> arguments(String name, List<String> given) {
        return switch (name) {
            case "character", "bit" -> given.isEmpty() ? List.of("1") : given;
            case "numeric" -> given.size() == 1 ? List.of(given.getFirst(), "0") : given;
            default -> given;
        };
    }

    /** The type's name, without arguments and dimensions. */
    public static String nameOf(DataType type) {
        return type.isDeclared() ? type.name().toString() : type.name().local();
    }

    public static boolean isString(DataType type) {
        return type.dimensions() == 0 && STRINGS.contains(nameOf(type));
    }

    public static boolean isNumber(DataType type) {
        return type.dimensions() == 0 && NUMBERS.contains(nameOf(type));
    }

    public static boolean isInteger(DataType type) {
        return type.dimensions() == 0 && INTEGERS.contains(nameOf(type));
    }

    /** The range of a sequence of that type; that of {@code bigint} for anything that is no integer. */
    public static Range range(DataType type) {
        return switch (nameOf(type)) {
            case "smallint" -> new Range(Short.MIN_VALUE, Short.MAX_VALUE);
            case "integer" -> new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);
            default -> new Range(Long.MIN_VALUE, Long.MAX_VALUE);
        };
    }

    /** The word that makes a column of that integer type together with its sequence. */
    public static Optional<String> serial(DataType type) {
        return type.dimensions() == 0 ? Optional.ofNullable(SERIAL.get(nameOf(type))) : Optional.empty();
    }

    /** The integer type behind {@code serial} and its like. */
    public static Optional<DataType> ofSerial(DataType type) {
        if (!type.name().local().toLowerCase(Locale.ROOT).contains("serial")) {
            return Optional.empty();
        }
        return switch (type.toString().toLowerCase(Locale.ROOT)) {
            case "smallserial", "serial2" -> Optional.of(DataType.of("smallint"));
            case "serial", "serial4" -> Optional.of(DataType.of("integer"));
            case "bigserial", "serial8" -> Optional.of(DataType.of("bigint"));
            default -> Optional.empty();
        };
    }

    /** How values of the type are stored when nobody says otherwise: pg_type.typstorage of what is not of fixed size. */
    public static String storage(DataType type) {
        if (type.dimensions() > 0) {
            return "extended";
        }
        return switch (nameOf(type)) {
            case "numeric", "inet", "cidr", "geometry", "geography" -> "main";
            case "vector", "halfvec", "sparsevec" -> "external";
            default -> "extended";
        };
    }
}
