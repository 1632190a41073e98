package dev.decant.testkit.script;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Random choices, and the names, types and expressions to choose from.
 *
 * @param random where the numbers come from
 */
record Draw(RandomGenerator random) {
    static final List<String> NAMESPACES = List.of("public", "app", "\"Big Space\"");
    private static final List<String> NAMES = List.of(
            "users",
            "orders",
            "\"Mixed Case\"",
            "\"order\"",
            "\"größe\"",
            "\"a.b\"",
            "items",
            "\"select\"",
            "log_2",
            "\"it's\"",
            "t1",
            "t2");
    private static final List<String> COLUMNS = List.of(
            "name", "\"user\"", "\"Camel\"", "price", "\"größe\"", "at", "\"a\"\"b\"", "flag", "state", "\"end\"");
    private static final List<String> TYPES = List.of(
            "integer",
            "bigint",
            "smallint",
            "text",
            "varchar(20)",
            "char(3)",
            "numeric(8,2)",
            "boolean",
            "date",
            "timestamptz",
            "timestamp(3)",
            "uuid",
            "jsonb",
            "integer[]",
            "text[]",
            "interval",
            "inet",
            "double precision",
            "bit(4)",
            "int4range");

    /** Whether something happens that happens once in so many times. */
    boolean once(int times) {
        return random.nextInt(times) == 0;
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    final <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> Optional<T> maybe(List<T> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(pick(values));
    }

    String qualifiedName() {
        return pick(NAMESPACES) + "." + pick(NAMES);
    }

    String name() {
        return pick(NAMES);
    }

    String columnName() {
        return pick(COLUMNS);
    }

    String builtIn() {
        return pick(TYPES);
    }

    /** A type for a column, one of the script's own half of the time. */
    String type(Sketch known) {
        List<Piece> own = known.all(Thing.ENUM, Thing.DOMAIN, Thing.COMPOSITE, Thing.RANGE);
        if (own.isEmpty() || random.nextBoolean()) {
            return builtIn();
        }
        return pick(own).name() + (once(8) ? "[]" : "");
    }

    String text() {
        return any("'plain'", "'it''s'", "'two\nlines'", "E'back\\\\slash'", "'a;b'", "'größe'", "'$1 $$'");
    }

    /** A condition about a column of a type. */
    String condition(String column, String type, Sketch known) {
        return switch (type) {
            case "integer", "bigint", "smallint", "numeric(8,2)", "double precision" ->
                any(
                                "%s > 0",
                                "%s BETWEEN 1 AND 100",
                                "%s IN (1, 2, 3)",
                                "%s IS NOT NULL AND %1$s <> 5",
                                "NOT (%s < 0)",
                                operated(known, "%s"),
                                call(known, "%s") + " > 0")
                        .formatted(column);
            case "text", "varchar(20)", "char(3)" ->
                any(
                                "length(%s) > 2",
                                "%s <> ''",
                                "%s LIKE 'a%%%%'",
                                "lower(%s) = %1$s",
                                "%s IN ('x', 'y')",
                                "%s ~ '^[a-z]+$'")
                        .formatted(column)
                        .replace("%%", "%");
            case "boolean" -> any(column, "NOT " + column, column + " IS TRUE");
            case "date", "timestamptz", "timestamp(3)" ->
                column + any(" > '2020-01-01'", " IS NULL", " < '2030-01-01 12:00'");
            default -> any(column + " IS NOT NULL", "num_nonnulls(" + column + ") > 0", column + " IS NULL OR id > 3");
        };
    }

    /** A value computed of a column of a type. */
    String value(String column, String type, Sketch known) {
        return switch (type) {
            case "integer", "bigint", "smallint", "numeric(8,2)", "double precision" ->
                any("(%s + 1)", "(%s * 2 - id)", "abs(%s)", "coalesce(%s, 0)", call(known, "%s"))
                        .formatted(column);
            case "text", "varchar(20)", "char(3)" ->
                any("lower(%s)", "(%s || 'x')", "upper(btrim(%s))", "substr(%s, 1, 2)", searched(known))
                        .formatted(column);
            case "boolean" -> "(NOT " + column + ")";
            case "jsonb" -> "(" + column + " ->> 'a')";
            default ->
                any("(%s IS NULL)", "(CASE WHEN %s IS NULL THEN 1 ELSE 2 END)", "(id + 3)")
                        .formatted(column);
        };
    }

    /** A condition by an operator of the script, or by one of the server. */
    private String operated(Sketch known, String value) {
        return value + " OPERATOR("
                + maybe(known.all(Thing.OPERATOR)).map(Piece::name).orElse("pg_catalog.>") + ") 5";
    }

    /** The words of a text by a configuration of the script, or by one of the server. */
    private String searched(Sketch known) {
        String configuration =
                maybe(known.all(Thing.SEARCH_CONFIGURATION)).map(Piece::name).orElse("simple");
        return "to_tsvector('" + configuration.replace("'", "''") + "', %s)";
    }

    /** A call of a function of the script with an integer, or of one of the server. */
    String call(Sketch known, String argument) {
        return maybe(known.all(Thing.FUNCTION)).map(Piece::name).orElse("abs") + "(" + argument + ")";
    }

    /** A name of a column of a table, and its type. */
    Piece column(Sketch known, String table) {
        List<Piece> columns = known.columns(table);
        return columns.isEmpty() || once(5) ? new Piece(0, Thing.COLUMN, table, "id", "integer", "") : pick(columns);
    }
}
