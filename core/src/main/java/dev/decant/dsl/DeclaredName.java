package dev.decant.dsl;

import dev.decant.model.ObjectName;
import java.util.Optional;

/** What a declared object is called: as it says, else like its field in snake_case, in the usual namespace unless it says another. */
final class DeclaredName {
    private final String name;
    private Optional<String> schema = Optional.empty();

    /** That name; the field's when it is empty. */
    DeclaredName(String name) {
        this.name = name;
    }

    void inSchema(String namespace) {
        schema = Optional.of(namespace);
    }

    ObjectName of(String field, PgSchema holder) {
        return ObjectName.of(
                schema.orElse(holder.database().usualNamespace()), name.isEmpty() ? Naming.snakeCase(field) : name);
    }

    /**
     * A name and what tells the thing from others of that name.
     *
     * @param name the name, maybe behind its namespace
     * @param signature the argument types of a routine in parentheses, or a word
     */
    record Signed(String name, String signature) {}

    /** A text that has both: {@code shop.total(integer)}, {@code shop.words gin}; no part of a quoted name begins the second. */
    static Signed signed(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            quoted ^= at == '"';
            if (!quoted && (at == '(' || at == ' ')) {
                return new Signed(text.substring(0, i), text.substring(i).strip());
            }
        }
        return new Signed(text, "");
    }

    /** A name in the usual namespace of PostgreSQL unless it says another. */
    static ObjectName qualified(String text) {
        ObjectName given = ObjectName.parse(text);
        return given.schema().isEmpty() ? given.inSchema(DatabaseKind.POSTGRESQL.usualNamespace()) : given;
    }
}
