package dev.decant.postgresql.sql;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Names that PostgreSQL gives by itself, and names that are made up for a moment. */
public final class PostgresqlNames {
    /** NAMEDATALEN less one: the manual's chapter 4.1.1. */
    public static final int LIMIT = 63;

    private PostgresqlNames() {}

    /** The name that {@code serial} gives to its sequence. */
    public static ObjectName serialSequence(ObjectName table, String column) {
        return table.withLocal(joined(table.local(), column, "_seq"));
    }

    /** The sequence that a serial or identity column has for itself. */
    public static Optional<ObjectName> sequence(ObjectName table, Column column) {
        return switch (column.fill()) {
            case Fill.Serial serial -> Optional.of(serial.sequence());
            case Fill.Identity identity ->
                Optional.of(identity.sequence().orElseGet(() -> serialSequence(table, column.name())));
            case Fill.Nothing nothing -> Optional.empty();
            case Fill.Default given -> Optional.empty();
            case Fill.AutoIncrement counted -> Optional.empty();
            case Fill.Generated generated -> Optional.empty();
        };
    }

    /**
     * The name that an index gets when nobody names it: ChooseIndexName in src/backend/commands/indexcmds.c.
     *
     * @param columns what the server calls its keys and the columns beside them
     * @param label {@code pkey}, {@code key}, {@code excl} or {@code idx}, with a number behind it where another has that name
     */
    public static String index(String table, List<String> columns, String label) {
        return label.startsWith("pkey")
                ? clipped(table, LIMIT - 1 - label.length()) + "_" + label
                : joined(table, String.join("_", columns), "_" + label);
    }

    /** Whether the server would choose that name for the index; with a number at the end when another has taken it. */
    public static boolean isChosen(String name, String table, List<String> columns, String label) {
        String number = name.replaceFirst("^.*[^0-9]", "");
        return name.equals(index(table, columns, label))
                || !number.isEmpty()
                        && !label.equals("pkey")
                        && name.equals(joined(table, String.join("_", columns), "_" + label + number));
    }

    /** The name that the server gives to a rule of a domain: ChooseConstraintName in src/backend/catalog/pg_constraint.c. */
    public static String constraint(String domain, String label) {
        return clipped(domain, LIMIT - 1 - label.length()) + "_" + label;
    }

    /** The name of the type of several ranges: makeMultirangeTypeName in src/backend/catalog/pg_type.c. */
    public static ObjectName multirange(ObjectName range) {
        int at = range.local().indexOf("range");
        String name = at < 0
                ? clipped(range.local(), LIMIT - "_multirange".length()) + "_multirange"
                : range.local().substring(0, at) + "multi" + range.local().substring(at);
        return range.withLocal(clipped(name, LIMIT));
    }

    /** A name for what is about to go, made from what it is called. */
    public static ObjectName departing(ObjectName name) {
        return name.withLocal(clipped(name.local(), LIMIT - "__before".length()) + "__before");
    }

    /** A name for what is about to come, made from what it will be called. */
    public static String coming(String name) {
        return clipped(name, LIMIT - "__after".length()) + "__after";
    }

    /** The check that proves that no row has a null in a column. */
    public static Constraint.Check notNullProof(ObjectName table, String column) {
        String name = joined(table.local(), column, "_not_null__proof");
        return Constraint.Check.of(name, new Expression(PostgresqlText.name(column) + " IS NOT NULL"));
    }

    /** The name of the check that proves for a moment which rows a table has. */
    public static String partitionProof(ObjectName table) {
        return joined(table.local(), "partition", "__proof");
    }

    /** Two names and an ending, the longer of the names cut first: makeObjectName in src/backend/commands/indexcmds.c. */
    private static String joined(String first, String second, String ending) {
        int available = LIMIT - 1 - ending.length();
        int ofFirst = bytes(first);
        int ofSecond = bytes(second);
        while (ofFirst + ofSecond > available) {
            if (ofFirst > ofSecond) {
                ofFirst--;
            } else {
                ofSecond--;
            }
        }
        return clipped(first, ofFirst) + "_" + clipped(second, ofSecond) + ending;
    }

    /** As many whole characters as fit into so many bytes. */
    private static String clipped(String name, int limit) {
        int end = name.length();
        while (bytes(name.substring(0, end)) > limit) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
