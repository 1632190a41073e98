package dev.decant.dsl;

/**
 * A key of an index in a certain order.
 *
 * @param shape what has been said of it
 */
public record OrderedKey(KeyShape shape) implements PlainKey {}
