package dev.decant.dsl;

import dev.decant.sql.Syntax;
import java.nio.charset.StandardCharsets;

/** What the DSL has to know of a database: how it names, and how it writes a value. */
enum DatabaseKind {
    POSTGRESQL("postgresql", "public", 63),
    SQLITE("sqlite", "", Integer.MAX_VALUE);

    private final String dialect;
    private final String usualNamespace;
    private final int nameBytes;

    DatabaseKind(String dialect, String usualNamespace, int nameBytes) {
        this.dialect = dialect;
        this.usualNamespace = usualNamespace;
        this.nameBytes = nameBytes;
    }

    /** The dialect's id. */
    String dialect() {
        return dialect;
    }

    /** Where tables live that say nothing; empty where there are no namespaces. */
    String usualNamespace() {
        return usualNamespace;
    }

    /** What people call the database. */
    String title() {
        return syntax().name();
    }

    /** How many bytes of a name it keeps. */
    int nameBytes() {
        return nameBytes;
    }

    /** Whether primary keys and unique constraints share their names with tables and indexes. */
    boolean keysAreRelations() {
        return this == POSTGRESQL;
    }

    /** How it writes SQL. */
    Syntax syntax() {
        return switch (this) {
            case POSTGRESQL -> Syntax.POSTGRESQL;
            case SQLITE -> Syntax.SQLITE;
        };
    }

    /** A value as SQL. */
    String literal(Object value) {
        return switch (this) {
            case POSTGRESQL -> PgLiterals.literal(value);
            case SQLITE -> SqliteLiterals.literal(value);
        };
    }

    static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
