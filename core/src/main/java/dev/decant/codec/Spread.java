package dev.decant.codec;

import java.util.Set;

/**
 * How the values of one type are written as fields of the object that they are part of.
 *
 * @param <T> the type
 */
interface Spread<T> {
    /** Every field that may be written. */
    Set<String> names();

    /** Writes the fields of a value. */
    void write(T value, FieldsBuilder into);

    /** Reads a value from its fields among others. */
    T read(Json.Fields from);
}
