package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where the wanted schema is written down. */
public sealed interface SchemaLocation {
    /** A folder of Java source with one class a table. */
    record Folder(Path path) implements SchemaLocation {}

    /** A package of compiled classes. */
    record ClassPackage(String name) implements SchemaLocation {}

    /** A file of SQL statements. */
    record SqlFile(Path path) implements SchemaLocation {}

    /** Names joined by dots, as Java writes a package. */
    Pattern PACKAGE = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
            + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)+");

    /**
     * The location that a text means: it ends in {@code .sql}, is names joined by dots, or is a folder.
     *
     * @param base what a relative path is relative to
     * @throws DecantException DCT-104 when it can be none of them
     */
    static SchemaLocation of(String text, Path base) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".java")) {
            throw Failure.of("DCT-104", "the schema is a single Java file")
                    .next("name the folder that holds its classes")
                    .exception();
        }
        if (lower.endsWith(".sql")) {
            return new SqlFile(Setting.path(text, base));
        }
        return PACKAGE.matcher(text).matches() ? new ClassPackage(text) : new Folder(Setting.path(text, base));
    }
}
