package dev.decant.dsl;

import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an index of PostgreSQL can be sorted by: a column, an expression, or one of them in a certain way. */
public sealed interface IndexKey permits PlainKey, PgKey {
    /** What has been said of the key. */
    KeyShape shape();

    /** Compared by an operator class. */
    default PgKey op(String operatorClass) {
        return op(operatorClass, Map.of());
    }

    /** Compared by an operator class with parameters. */
    default PgKey op(String operatorClass, Map<String, ?> parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        parameters.forEach((name, value) -> texts.put(name, value.toString()));
        Index.OperatorClass operators = new Index.OperatorClass(ObjectName.parse(operatorClass), texts);
        return new PgKey(shape().with(key -> key.withOperatorClass(Optional.of(operators))));
    }

    /** Nulls before all values. */
    default PgKey nullsFirst() {
        return new PgKey(shape().with(key -> key.withNulls(Index.Nulls.FIRST)));
    }

    /** Nulls after all values. */
    default PgKey nullsLast() {
        return new PgKey(shape().with(key -> key.withNulls(Index.Nulls.LAST)));
    }
}
