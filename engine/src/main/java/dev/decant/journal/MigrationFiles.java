package dev.decant.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of one migration, wherever they are, put together to a migration. */
final class MigrationFiles {
    static final String UP = "up.sql";
    static final String DOWN = "down.sql";
    static final String JSON = "migration.json";
    static final String BEFORE = "before.sql";
    static final String VERIFY = "verify.sql";
    static final String CLASS = ".class";

    /** What is said of a file that is no part of one. */
    static final String RULE =
            "a migration holds up.sql, down.sql and migration.json, and may hold before.sql, verify.sql and classes";

    private static final Set<String> NAMES = Set.of(UP, DOWN, JSON, BEFORE, VERIFY);

    private final String id;
    private final Collection<String> names;
    private final Place place;

    /**
     * The files of a migration.
     *
     * @param names what files there are
     */
    MigrationFiles(String id, Collection<String> names, Place place) {
        this.id = id;
        this.names = names;
        this.place = place;
    }

    /** Where files are read. */
    interface Place {
        /** A file of text. */
        SqlFile text(String name);

        /** A file of anything. */
        byte[] bytes(String name);
    }

    /** Whether a file of this name can be part of a migration. */
    static boolean belongs(String name) {
        return NAMES.contains(name) || name.endsWith(JavaFile.EXTENSION) || name.endsWith(CLASS);
    }

    Migration read(String dialect) {
        List<JavaFile> java = java();
        SqlFile json = place.text(JSON);
        SqlFile up = place.text(UP).with(java);
        SqlFile down = place.text(DOWN).with(java);
        return MigrationJson.read(json, up, down, new Assertions(optional(BEFORE), optional(VERIFY)), id, dialect);
    }

    private Optional<SqlFile> optional(String name) {
        return names.contains(name) ? Optional.of(place.text(name)) : Optional.empty();
    }

    private List<JavaFile> java() {
        Map<String, byte[]> classes = new HashMap<>();
        names.stream()
                .filter(name -> name.endsWith(CLASS))
                .forEach(name -> classes.put(name.substring(0, name.length() - CLASS.length()), place.bytes(name)));
        return names.stream()
                .filter(name -> name.endsWith(JavaFile.EXTENSION))
                .map(place::text)
                .map(file -> new JavaFile(file.path(), file.text(), classes))
                .toList();
    }
}
