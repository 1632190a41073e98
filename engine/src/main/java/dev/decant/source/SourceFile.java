package dev.decant.source;

import java.nio.file.Path;

/**
 * A file of Java source.
 *
 * @param path where it is, as the user would write it
 * @param relative where it is in its folder, with {@code /} between names
 * @param text what is in it
 */
record SourceFile(Path path, String relative, String text) {
    /** The name without folders. */
    String fileName() {
        return relative.substring(relative.lastIndexOf('/') + 1);
    }
}
