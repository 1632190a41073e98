package dev.decant.emit;

/**
 * A field as it stands in a file; all places are counted from the file's beginning.
 *
 * @param name its name
 * @param start where its comment begins, or it does
 * @param typeStart where its type begins
 * @param typeEnd where that ends
 * @param valueStart where its value begins; the same as the end when it has none
 * @param valueEnd where that ends
 * @param end where the line ends that it ends in
 * @param alone whether it is declared in a statement of its own
 */
record ParsedField(
        String name, int start, int typeStart, int typeEnd, int valueStart, int valueEnd, int end, boolean alone) {}
