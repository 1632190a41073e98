package dev.decant.postgresql.graveyard;

import java.util.List;

/** What a statement makes or drops, with names as they stand in it. */
sealed interface PostgresqlSubject {
    /**
     * Tables.
     *
     * @param names their names
     */
    record Tables(List<String> names) implements PostgresqlSubject {
        /** Copies the list. */
        public Tables {
            names = List.copyOf(names);
        }
    }

    /**
     * Columns of a table.
     *
     * @param table the name of the table
     * @param names their names
     */
    record Columns(String table, List<String> names) implements PostgresqlSubject {
        /** Copies the list. */
        public Columns {
            names = List.copyOf(names);
        }
    }

    /**
     * Something that tables rest on: a type, a function, a sequence.
     *
     * @param kind the word for it in SQL
     * @param name its name
     * @param identity its name, with the types of its arguments where it has some
     */
    record Foundation(String kind, String name, String identity) implements PostgresqlSubject {}

    /** Nothing that could be kept. */
    record Nothing() implements PostgresqlSubject {}
}
