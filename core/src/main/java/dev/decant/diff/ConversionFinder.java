package dev.decant.diff;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.DropPart;
import dev.decant.dialect.Conversion;
import dev.decant.dialect.Dialect;
import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Reference;
import java.util.List;
import java.util.Optional;

/** Finds the columns whose values the database cannot turn into the new type, or back, by itself, and asks how. */
final class ConversionFinder {
    private final Dialect dialect;
    private final Inquiry inquiry;

    ConversionFinder(Dialect dialect, Inquiry inquiry) {
        this.dialect = dialect;
        this.inquiry = inquiry;
    }

    /** What becomes of a change, be it one of a column's type. */
    List<Change> convert(Change change) {
        return change instanceof AlterPart alter
                        && alter.before() instanceof Column before
                        && alter.after() instanceof Column after
                        && !before.type().equals(after.type())
                        && dialect.altersInPlace(before, after)
                ? convert(alter, before, after)
                : List.of(change);
    }

    private List<Change> convert(AlterPart alter, Column before, Column after) {
        Conversion forward = dialect.conversion(before, after.type());
        Conversion backward = dialect.conversion(after, before.type());
        if (forward instanceof Conversion.Known && backward instanceof Conversion.Known) {
            return List.of(alter);
        }
        ConversionQuestion question = new ConversionQuestion(
                new Reference.ToColumn(alter.table(), after.name()),
                before,
                after,
                expression(forward),
                expression(backward));
        return inquiry.ask(question)
                .map(answer -> converted(alter, before, after, answer))
                .orElse(List.of(alter));
    }

    private static List<Change> converted(AlterPart alter, Column before, Column after, ConversionAnswer answer) {
        return switch (answer) {
            case ConversionAnswer.Computed(Expression forward, Expression backward) ->
                List.of(new ConvertColumn(alter.table(), before, after, forward, backward));
            case ConversionAnswer.GivenUp givenUp ->
                List.of(new DropPart(alter.table(), before), new AddPart(alter.table(), after));
        };
    }

    private static Optional<Expression> expression(Conversion conversion) {
        return switch (conversion) {
            case Conversion.Known(Expression expression) -> Optional.of(expression);
            case Conversion.Asked(Optional<Expression> suggestion) -> suggestion;
        };
    }
}
