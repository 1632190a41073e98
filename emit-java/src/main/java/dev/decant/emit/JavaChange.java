package dev.decant.emit;

import java.util.Optional;

/**
 * What becomes of a file of Java source.
 *
 * @param path where it lies below the folder of its schema, with {@code /} between names
 * @param before what is in it; nothing for a new file
 * @param after what will be; nothing for a file that goes
 */
public record JavaChange(String path, Optional<String> before, Optional<String> after) {
    /** A new file. */
    static JavaChange of(JavaFile file) {
        return new JavaChange(file.path(), Optional.empty(), Optional.of(file.text()));
    }

    /** Whether the file goes. */
    public boolean isRemoval() {
        return after.isEmpty();
    }

    /** Whether the file is new. */
    public boolean isNew() {
        return before.isEmpty();
    }
}
