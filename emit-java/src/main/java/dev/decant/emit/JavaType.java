package dev.decant.emit;

/**
 * The Java type of a column's values.
 *
 * @param name the class with its package, or an array of a primitive type
 * @param dimensions how many lists are around it
 */
record JavaType(String name, int dimensions) {
    static final JavaType TEXT = of("java.lang.String");

    static JavaType of(String name) {
        return new JavaType(name, 0);
    }

    /** A list of such lists. */
    JavaType inLists(int count) {
        return new JavaType(name, dimensions + count);
    }

    /** The type as a file names it. */
    String in(Imports imports) {
        String text = imports.type(name);
        for (int i = 0; i < dimensions; i++) {
            text = imports.type("java.util.List") + "<" + text + ">";
        }
        return text;
    }
}
