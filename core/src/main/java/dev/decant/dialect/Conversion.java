package dev.decant.dialect;

import dev.decant.model.Expression;
import java.util.Optional;

/** How values of one type become values of another when a column changes its type. */
public sealed interface Conversion {
    /**
     * The database knows how.
     *
     * @param expression the values of the new type, computed from the column; the same as what the database does by itself where it does
     */
    record Known(Expression expression) implements Conversion {}

    /**
     * The database does not know how, or what it would do is not what anybody means: somebody has to say.
     *
     * @param suggestion what most people mean
     */
    record Asked(Optional<Expression> suggestion) implements Conversion {}
}
