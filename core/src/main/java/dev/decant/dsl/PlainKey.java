package dev.decant.dsl;

import dev.decant.model.ObjectName;
import java.util.Optional;

/** What an index of any database can be sorted by. */
public sealed interface PlainKey extends IndexKey permits Column, SqlExpression, OrderedKey {
    /** Sorted downwards. */
    default OrderedKey desc() {
        return new OrderedKey(shape().with(key -> key.withDescending(true)));
    }

    /** Sorted in the order of a collation: {@code C}, {@code public.german}. */
    default OrderedKey collate(String collation) {
        return new OrderedKey(shape().with(key -> key.withCollation(Optional.of(ObjectName.parse(collation)))));
    }
}
