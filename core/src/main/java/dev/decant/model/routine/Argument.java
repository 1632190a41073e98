package dev.decant.model.routine;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import java.util.Optional;

/**
 * An argument of a routine, or a column of the table that it returns.
 *
 * @param name its name; empty when it has none
 * @param mode which way its value goes
 * @param type its type, which never has a length or precision
 * @param value what it is when a call leaves it out
 */
public record Argument(String name, ArgumentMode mode, DataType type, Optional<Expression> value) {
    /** Refuses a default for what is not passed in. */
    public Argument {
        if (value.isPresent() && !mode.isInput()) {
            throw new IllegalArgumentException("only an argument that is passed in has a default, not " + name);
        }
    }

    /** An argument that is passed in. */
    public static Argument of(String name, DataType type) {
        return new Argument(name, ArgumentMode.IN, type, Optional.empty());
    }

    /** The same of another type. */
    public Argument withType(DataType other) {
        return new Argument(name, mode, other, value);
    }

    /** The same with another default. */
    public Argument withValue(Optional<Expression> other) {
        return new Argument(name, mode, type, other);
    }
}
