package dev.decant.postgresql.table;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.postgresql.sql.PostgresqlTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a change of type does to the rows that are there. Types are canonical. */
final class PostgresqlTypeEffects {
    /** Types whose only argument is a length or a number of fractional digits, and for which more of it changes no value. */
    private static final Set<String> WIDENING = Set.of(
            "character varying",
            "bit varying",
            PostgresqlTypes.TIMESTAMP,
            PostgresqlTypes.TIMESTAMPTZ,
            PostgresqlTypes.TIME,
            PostgresqlTypes.TIMETZ,
            "interval");

    /** Pairs that are the same bytes (pg_cast.castmethod is b), when the new type has no argument. */
    private static final Set<String> SAME_BYTES = Set.of(
            "character varying > text",
            "text > character varying",
            "bit > bit varying",
            "xml > text",
            "xml > character varying",
            "cidr > inet");

    private PostgresqlTypeEffects() {}

    /**
     * Whether every row is written again: not when the bytes stay valid, which the server finds out from the cast and its support function
     * (varchar_support, numeric_support, TemporalSimplify).
     */
    static boolean rewrites(DataType before, DataType after, Optional<Expression> using) {
        if (using.isPresent()) {
            return true;
        }
        boolean arrays = before.dimensions() > 0 && after.dimensions() > 0;
        if (arrays) {
            return !before.element().equals(after.element());
        }
        return before.name().equals(after.name())
                ? !widens(before, after)
                : !(SAME_BYTES.contains(pair(before, after))
                        && after.arguments().isEmpty());
    }

    private static boolean widens(DataType before, DataType after) {
        String name = PostgresqlTypes.nameOf(before);
        if (name.equals("numeric")) {
            return after.arguments().isEmpty()
                    || !before.arguments().isEmpty()
                            && argument(before, 1) == argument(after, 1)
                            && argument(before, 0) <= argument(after, 0);
        }
        return WIDENING.contains(name)
                && (after.arguments().isEmpty()
                        || !before.arguments().isEmpty() && argument(before, 0) <= argument(after, 0));
    }

    /** What a value may be so that the change fails, as the end of a sentence. */
    static Optional<String> refused(DataType before, DataType after, Optional<Expression> using) {
        if (using.isPresent()) {
            return Optional.of("cannot be turned into " + after);
        }
        return refused(before.element(), after.element());
    }

    private static Optional<String> refused(DataType before, DataType after) {
        if (before.name().equals(after.name())) {
            return widens(before, after) || before.arguments().equals(after.arguments())
                    ? Optional.empty()
                    : narrowing(before, after);
        }
        if (PostgresqlTypes.isString(after)) {
            return after.arguments().isEmpty() ? Optional.empty() : Optional.of("is longer than " + after);
        }
        boolean smaller = numberSize(before) > numberSize(after) && PostgresqlTypes.isNumber(before);
        boolean limited = PostgresqlTypes.isNumber(before)
                && PostgresqlTypes.nameOf(after).equals("numeric")
                && !after.arguments().isEmpty();
        if (smaller || limited) {
            return Optional.of("is out of the range of " + after);
        }
        return switch (pair(before, after)) {
            case "bit varying > bit", "bit > bit varying" ->
                after.arguments().isEmpty() ? Optional.empty() : Optional.of("does not fit " + after);
            case "macaddr8 > macaddr" -> Optional.of("has another middle than FF:FE");
            case "path > polygon" -> Optional.of("is open");
            default -> Optional.empty();
        };
    }

    private static Optional<String> narrowing(DataType before, DataType after) {
        return switch (PostgresqlTypes.nameOf(before)) {
            case "character varying", "character", "bit", "bit varying" -> Optional.of("does not fit " + after);
            case "numeric" -> Optional.of("is out of the range of " + after);
            case PostgresqlTypes.TIMESTAMP,
                    PostgresqlTypes.TIMESTAMPTZ,
                    PostgresqlTypes.TIME,
                    PostgresqlTypes.TIMETZ,
                    "interval" -> Optional.empty();
            default -> Optional.of("is no " + after);
        };
    }

    private static String pair(DataType before, DataType after) {
        return PostgresqlTypes.nameOf(before) + " > " + PostgresqlTypes.nameOf(after);
    }

    private static int numberSize(DataType type) {
        return List.of("smallint", "integer", "bigint", "real", "double precision", "numeric")
                .indexOf(PostgresqlTypes.nameOf(type));
    }

    private static int argument(DataType type, int at) {
        return at < type.arguments().size() && type.arguments().get(at).matches("-?[0-9]+")
                ? Integer.parseInt(type.arguments().get(at))
                : 0;
    }
}
