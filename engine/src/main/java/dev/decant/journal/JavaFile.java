package dev.decant.journal;

import java.util.Map;

/**
 * A class in the folder of a migration, for what SQL cannot do. A line {@code -- decant: java NAME} in {@code up.sql} or {@code down.sql}
 * calls it.
 *
 * @param path what the file is called in messages
 * @param text its source
 * @param classes what it was compiled to before, by binary name; nothing when it is to be compiled when its turn comes
 */
public record JavaFile(String path, String text, Map<String, byte[]> classes) {
    /** How the name of such a file ends. */
    public static final String EXTENSION = ".java";

    /** Copies the map. */
    public JavaFile {
        classes = Map.copyOf(classes);
    }

    /** The name of its class, without a package. */
    public String name() {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return file.substring(0, file.length() - EXTENSION.length());
    }

    /** The checksum of its tokens. */
    public String checksum() {
        return Checksum.ofTokens(tokens());
    }

    /** Its tokens, so that comments and white space make no difference. */
    String tokens() {
        return JavaTokens.of(text);
    }
}
