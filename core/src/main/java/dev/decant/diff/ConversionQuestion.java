package dev.decant.diff;

import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Reference;
import java.util.List;
import java.util.Optional;

/**
 * How the values of a column become values of a type to which the database has no cast, and how they become what they were again.
 *
 * @param column the column
 * @param before the column as it was
 * @param after the column as it is
 * @param forward what most people mean on the way there
 * @param backward what most people mean on the way back
 */
public record ConversionQuestion(
        Reference.ToColumn column,
        Column before,
        Column after,
        Optional<Expression> forward,
        Optional<Expression> backward)
        implements Question {
    @Override
    public String sentence() {
        return "%s changes from %s to %s, for which the database has no cast in one of the directions: how?"
                .formatted(ReferenceNotation.words(column), before.type(), after.type());
    }

    @Override
    public List<String> flags() {
        return List.of(
                "--using %s --using-down %s".formatted(flag(forward), flag(backward)),
                "--recreate '" + ReferenceNotation.format(column) + "'");
    }

    private String flag(Optional<Expression> suggestion) {
        String expression = suggestion.map(Expression::sql).orElse("<expression>");
        return "'" + ReferenceNotation.format(column) + "=" + expression.replace("'", "'\\''") + "'";
    }
}
