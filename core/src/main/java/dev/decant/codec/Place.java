package dev.decant.codec;

/**
 * Where a value stands in a file.
 *
 * @param file the file, as its reader knows it; empty for a value that was never in one
 * @param line the line, from 1
 * @param column the place in the line, from 1
 */
public record Place(String file, int line, int column) {
    /** The place of a value that was made and not read. */
    public static final Place NOWHERE = new Place("", 0, 0);

    @Override
    public String toString() {
        return file.isEmpty() ? "" : file + ":" + line + ":" + column;
    }
}
