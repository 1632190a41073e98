package dev.decant.codec;

import dev.decant.model.Expression;
import dev.decant.model.Index;
import java.util.Set;

/** What an index sorts by: a field {@code column} or a field {@code expression}. */
final class SubjectSpread implements Spread<Index.Subject> {
    private static final String COLUMN = "column";
    private static final String EXPRESSION = "expression";

    private final Codec<Expression> expressions = Codec.ofText(Expression::sql, Expression::new);

    @Override
    public Set<String> names() {
        return Set.of(COLUMN, EXPRESSION);
    }

    @Override
    public void write(Index.Subject value, FieldsBuilder into) {
        switch (value) {
            case Index.Subject.OfColumn(String column) -> into.put(COLUMN, column);
            case Index.Subject.OfExpression(Expression expression) ->
                into.put(EXPRESSION, expressions.write(expression));
        }
    }

    @Override
    public Index.Subject read(Json.Fields from) {
        if (from.field(COLUMN).isPresent() == from.field(EXPRESSION).isPresent()) {
            throw from.problem("the key of an index is a column or an expression", "give one of them");
        }
        return from.field(COLUMN)
                .<Index.Subject>map(column -> new Index.Subject.OfColumn(column.asText()))
                .orElseGet(() -> new Index.Subject.OfExpression(expressions.read(from.required(EXPRESSION))));
    }
}
