package dev.decant.codec;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object in the making, with its fields in the order in which they are put. */
public final class FieldsBuilder {
    private final Map<String, Json> fields = new LinkedHashMap<>();

    FieldsBuilder() {}

    /** Puts a field. */
    public FieldsBuilder put(String name, Json value) {
        fields.put(name, value);
        return this;
    }

    /** Puts a string. */
    public FieldsBuilder put(String name, String value) {
        return put(name, Json.of(value));
    }

    /** Puts a whole number. */
    public FieldsBuilder put(String name, long value) {
        return put(name, Json.of(value));
    }

    /** Puts a truth value. */
    public FieldsBuilder put(String name, boolean value) {
        return put(name, Json.of(value));
    }

    /** Puts what is not empty: a list or an object with something in it, a string that says something. */
    public FieldsBuilder putUnlessEmpty(String name, Json value) {
        boolean empty = switch (value) {
            case Json.Fields some -> some.values().isEmpty();
            case Json.Items items -> items.values().isEmpty();
            case Json.Text text -> text.value().isEmpty();
            case Json.Whole whole -> false;
            case Json.Flag flag -> !flag.value();
            case Json.Decimal decimal -> false;
            case Json.Null nothing -> true;
        };
        return empty ? this : put(name, value);
    }

    /** The object. */
    public Json.Fields build() {
        return new Json.Fields(fields, Place.NOWHERE);
    }
}
