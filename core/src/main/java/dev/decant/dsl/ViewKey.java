package dev.decant.dsl;

import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an index of a materialized view is sorted by.
 *
 * @param key the key as far as it was described
 */
public record ViewKey(Index.Key key) {
    /** Sorts downwards. */
    public ViewKey desc() {
        return new ViewKey(key.withDescending(true));
    }

    /** Puts nulls before all values. */
    public ViewKey nullsFirst() {
        return new ViewKey(key.withNulls(Index.Nulls.FIRST));
    }

    /** Puts nulls behind all values. */
    public ViewKey nullsLast() {
        return new ViewKey(key.withNulls(Index.Nulls.LAST));
    }

    /** Compares by this operator class. */
    public ViewKey op(String operatorClass) {
        return op(operatorClass, Map.of());
    }

    /** Compares by this operator class with parameters. */
    public ViewKey op(String operatorClass, Map<String, ?> parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        parameters.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return new ViewKey(
                key.withOperatorClass(Optional.of(new Index.OperatorClass(ObjectName.parse(operatorClass), texts))));
    }

    /** Sorts text in this order: {@code C}, {@code public.german}. */
    public ViewKey collate(String collation) {
        return new ViewKey(key.withCollation(Optional.of(ObjectName.parse(collation))));
    }
}
