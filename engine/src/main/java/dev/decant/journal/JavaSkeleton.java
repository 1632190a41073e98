package dev.decant.journal;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The files with which a migration in Java begins.
 *
 * @param name the name of its class
 * @param title what it is for
 */
record JavaSkeleton(String name, String title) {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** Whether a class can have this name. */
    static boolean isName(String name) {
        return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name);
    }

    /** A title for a class: {@code FillInSlugs} fills in slugs. */
    static String title(String name) {
        return HUMP.splitAsStream(name)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    String file() {
        return name + JavaFile.EXTENSION;
    }

    String up() {
        return "-- %s\n-- SQL before and after the class is fine; all of it is one transaction.\n-- decant: java %s\n"
                .formatted(title, name);
    }

    String down() {
        return "-- Take back: %s\n-- decant: java %s\n".formatted(title, name);
    }

    String source() {
        return """
                import dev.decant.migration.JavaMigration;
                import java.sql.Connection;
                import java.sql.SQLException;

                /** %s. */
                public final class %s implements JavaMigration {
                    @Override
                    public void up(Connection connection) throws SQLException {
                        // What is done here is committed or undone with everything else in up.sql.
                    }

                    @Override
                    public void down(Connection connection) throws SQLException {
                        // What is done here takes it back, for down.sql.
                    }
                }
                """.formatted(title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1), name);
    }
}
