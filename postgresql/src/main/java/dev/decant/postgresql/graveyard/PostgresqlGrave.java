package dev.decant.postgresql.graveyard;

import dev.decant.postgresql.sql.PostgresqlText;
import java.util.List;
import java.util.Locale;

/**
 * Something that was dropped and is kept.
 *
 * @param id its number
 * @param kind what it is
 * @param namespace the schema that it was in
 * @param name its name, or that of its table
 * @param part the name of the column, if it is one
 * @param keptIn the schema of the graveyard that it is in
 * @param keptAs what it is called there, as it is written
 * @param definition the type of a column; the word in SQL for what tables rest on
 * @param afterwards what completes it when it is back
 */
record PostgresqlGrave(
        long id,
        Kind kind,
        String namespace,
        String name,
        String part,
        String keptIn,
        String keptAs,
        String definition,
        List<String> afterwards) {
    /** What is kept; what rests on others goes before them. */
    enum Kind {
        TABLE,
        COLUMN,
        SEQUENCE,
        ROUTINE,
        TYPE;

        /** The kind of what tables rest on, by the word for it in SQL. */
        static Kind of(String word) {
            return switch (word) {
                case "TYPE", "DOMAIN" -> TYPE;
                case "SEQUENCE" -> SEQUENCE;
                default -> ROUTINE;
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    PostgresqlGrave {
        afterwards = List.copyOf(afterwards);
    }

    /** Where it is kept, as it is written. */
    String place() {
        return PostgresqlText.name(keptIn) + "." + keptAs;
    }

    /** What it was called, as it is written. */
    String former() {
        return PostgresqlText.name(namespace) + "." + PostgresqlText.name(name);
    }

    /** What people call it. */
    String words() {
        return kind.word() + " " + namespace + "." + name + (part.isEmpty() ? "" : "." + part);
    }
}
