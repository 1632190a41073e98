package dev.decant.postgresql.sql;

import dev.decant.model.DataType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The casts between built-in types that every PostgreSQL from 14 to 18 has: pg_cast, as the manual's page of CREATE CAST explains it, and
 * the conversions through text that need no entry there.
 */
final class PostgresqlCasts {
    /** When the server makes a cast. */
    enum Context {
        /** Anywhere, without being told. */
        IMPLICIT,
        /** When a value is stored in a column: what ALTER COLUMN TYPE does without USING. */
        ASSIGNMENT,
        /** Only when it is written. */
        EXPLICIT
    }

    private static final Map<Context, Map<String, Set<String>>> CASTS =
            Map.of(Context.IMPLICIT, read("""
                    smallint: integer, bigint, real, double precision, numeric, oid
                    integer: bigint, real, double precision, numeric, oid
                    bigint: real, double precision, numeric, oid
                    real: double precision
                    numeric: real, double precision
                    text: character varying, character, name
                    character varying: text, character, name
                    character: text, character varying, name
                    name: text
                    "char": text
                    bit: bit varying
                    bit varying: bit
                    date: timestamp without time zone, timestamp with time zone
                    timestamp without time zone: timestamp with time zone
                    time without time zone: interval, time with time zone
                    cidr: inet
                    macaddr: macaddr8
                    macaddr8: macaddr
                    """), Context.ASSIGNMENT, read("""
                    integer: smallint, money
                    bigint: smallint, integer, money
                    real: smallint, integer, bigint, numeric
                    double precision: smallint, integer, bigint, real, numeric
                    numeric: smallint, integer, bigint, money
                    money: numeric
                    boolean: text, character varying, character
                    oid: integer, bigint
                    name: character varying, character
                    "char": character varying, character
                    text: "char"
                    character varying: "char"
                    character: "char"
                    inet: cidr, text, character varying, character
                    cidr: text, character varying, character
                    xml: text, character varying, character
                    json: jsonb
                    jsonb: json
                    interval: time without time zone
                    time with time zone: time without time zone
                    timestamp without time zone: date, time without time zone
                    timestamp with time zone: date, time without time zone, time with time zone, timestamp without time zone
                    box: polygon
                    path: polygon
                    point: box
                    polygon: path
                    """), Context.EXPLICIT, read("""
                    integer: boolean, bit, "char"
                    "char": integer
                    bigint: bit
                    boolean: integer
                    bit: integer, bigint
                    text: xml
                    character varying: xml
                    character: xml
                    jsonb: boolean, smallint, integer, bigint, real, double precision, numeric
                    box: circle, lseg, point
                    circle: box, point, polygon
                    lseg: point
                    polygon: box, circle, point
                    int4range: int4multirange
                    int8range: int8multirange
                    numrange: nummultirange
                    daterange: datemultirange
                    tsrange: tsmultirange
                    tstzrange: tstzmultirange
                    """));

    private PostgresqlCasts() {}

    private static Map<String, Set<String>> read(String lines) {
        Map<String, Set<String>> casts = new HashMap<>();
        for (String line : lines.strip().split("\n", -1)) {
            String[] halves = line.strip().split(": ", -1);
            casts.put(halves[0], new HashSet<>(Arrays.asList(halves[1].split(", ", -1))));
        }
        return casts;
    }

    /** The cast from one type to another, both canonical; empty when the server has none. */
    static Optional<Context> between(DataType from, DataType to) {
        if (from.dimensions() > 0 != to.dimensions() > 0) {
            return throughText(from, to);
        }
        return from.name().equals(to.name()) || isInterval(from) && isInterval(to)
                ? Optional.of(Context.IMPLICIT)
                : ofElements(from, to);
    }

    /** An interval may be of some fields only: {@code interval day to second}. */
    private static boolean isInterval(DataType type) {
        return PostgresqlTypes.nameOf(type).matches("interval( .*)?");
    }

    private static Optional<Context> ofElements(DataType from, DataType to) {
        return listed(PostgresqlTypes.nameOf(from), PostgresqlTypes.nameOf(to))
                .or(() -> throughText(from.element(), to.element()));
    }

    /** The cast between two types as pg_cast lists it. */
    static Optional<Context> listed(String from, String to) {
        return Arrays.stream(Context.values())
                .filter(context -> CASTS.getOrDefault(context, Map.of())
                        .getOrDefault(from, Set.of())
                        .contains(to))
                .findFirst();
    }

    /** All pairs that are listed: {@code integer > bigint}. */
    static Set<String> all() {
        return CASTS.values().stream()
                .flatMap(casts -> casts.entrySet().stream())
                .flatMap(cast -> cast.getValue().stream().map(to -> cast.getKey() + " > " + to))
                .collect(Collectors.toSet());
    }

    /** Any value is stored as its text without being told; any text is read as a value when that is written: chapter 10.4. */
    private static Optional<Context> throughText(DataType from, DataType to) {
        if (PostgresqlTypes.isString(to)) {
            return Optional.of(Context.ASSIGNMENT);
        }
        return PostgresqlTypes.isString(from) ? Optional.of(Context.EXPLICIT) : Optional.empty();
    }
}
