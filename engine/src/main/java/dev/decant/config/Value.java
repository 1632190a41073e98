package dev.decant.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of decant.toml with the place where it stands, so that whoever reads it later can still complain precisely.
 *
 * <p>Printing a value never shows its content, which may be a password.
 */
public sealed interface Value {
    /** Where the value stands: at its key, or in a list at the element itself. */
    Position position();

    /** What kind of value it is, in words: {@code text}, {@code a whole number}. */
    String kind();

    /** A string. */
    record Text(Position position, String text) implements Value {
        @Override
        public String kind() {
            return "text";
        }

        @Override
        public String toString() {
            return describe(this);
        }
    }

    /** A whole number. */
    record Whole(Position position, long number) implements Value {
        @Override
        public String kind() {
            return "a whole number";
        }

        @Override
        public String toString() {
            return describe(this);
        }
    }

    /** A number with a fraction, infinite, or not a number. */
    record Decimal(Position position, double number) implements Value {
        @Override
        public String kind() {
            return "a decimal number";
        }

        @Override
        public String toString() {
            return describe(this);
        }
    }

    /** True or false. */
    record Switch(Position position, boolean on) implements Value {
        @Override
        public String kind() {
            return "true or false";
        }

        @Override
        public String toString() {
            return describe(this);
        }
    }

    /** A date, a time, or both, in ISO form. */
    record Moment(Position position, String iso) implements Value {
        @Override
        public String kind() {
            return "a date or time";
        }

        @Override
        public String toString() {
            return describe(this);
        }
    }

    /** A list. */
    record Items(Position position, List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public String toString() {
            return describe(this);
        }
    }

    /** A table: values by key, in the order of the file. */
    record Table(Position position, Map<String, Value> values) implements Value {
        public Table {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** The value at this path of keys. */
        public Optional<Value> find(String... path) {
            Optional<Value> found = Optional.of(this);
            for (String key : path) {
                found = found.filter(Table.class::isInstance)
                        .map(Table.class::cast)
                        .flatMap(table -> Optional.ofNullable(table.values.get(key)));
            }
            return found;
        }

        /** The table at this key, empty when there is none. */
        public Table table(String key) {
            return values.get(key) instanceof Table table ? table : new Table(position, Map.of());
        }

        @Override
        public String kind() {
            return "a table";
        }

        @Override
        public String toString() {
            return describe(this);
        }
    }

    private static String describe(Value value) {
        return value.kind() + " at " + value.position();
    }
}
