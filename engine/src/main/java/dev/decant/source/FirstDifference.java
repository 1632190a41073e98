package dev.decant.source;

import dev.decant.model.Expression;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The smallest parts in which two things are told apart, for people.
 *
 * @param one of the first
 * @param other of the second
 */
record FirstDifference(@Nullable Object one, @Nullable Object other) {
    /** Looks for them in lists and records, as deep as one part of them is all that differs. */
    static FirstDifference of(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Optional<?> some && other instanceof Optional<?> more) {
            return of(some.orElse(null), more.orElse(null));
        }
        if (one instanceof List<?> some && other instanceof List<?> more && some.size() == more.size()) {
            return ofElements(some, more);
        }
        if (one instanceof Record some
                && other instanceof Record more
                && some.getClass() == more.getClass()
                && !(some instanceof Expression)) {
            return ofParts(some, more);
        }
        return new FirstDifference(one, other);
    }

    private static FirstDifference ofElements(List<?> some, List<?> more) {
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).equals(more.get(i))) {
                return of(some.get(i), more.get(i));
            }
        }
        return new FirstDifference(some, more);
    }

    private static FirstDifference ofParts(Record one, Record other) {
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            Object some = value(component, one);
            Object more = value(component, other);
            if (!Objects.equals(some, more)) {
                return of(some, more);
            }
        }
        return new FirstDifference(one, other);
    }

    private static @Nullable Object value(RecordComponent component, Object record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record.getClass().getName() + " cannot be taken apart", e);
        }
    }

    /** The two in words. */
    String told() {
        return "first " + told(one) + ", then " + told(other);
    }

    private static String told(@Nullable Object thing) {
        return switch (thing) {
            case null -> "nothing";
            case Expression expression -> expression.sql();
            case String text -> "\"" + text + "\"";
            default -> thing.toString();
        };
    }
}
