package dev.decant.emit;

/**
 * A file of Java source.
 *
 * @param path where it lies below the folder of its schema, with {@code /} between names
 * @param text what is in it
 */
public record JavaFile(String path, String text) {}
