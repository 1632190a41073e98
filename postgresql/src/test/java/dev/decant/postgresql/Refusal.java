package dev.decant.postgresql;

import java.util.Arrays;
import java.util.Optional;

/** What is refused, and rightly so: moves that PostgreSQL has no way for, or that take two migrations. */
enum Refusal {
    /** The rows of a table are divided by a column whose type gets a successor. */
    DIVIDING_TYPE("DCT-411", "its rows are divided by"),
    /** A table holds rows for one that becomes a foreign table. */
    CHILD_OF_FOREIGN_TABLE("DCT-411", "it holds rows of its own for a table that comes to be on another server"),
    /** A table holds rows for a foreign table that would have to step aside. */
    HEIR_OF_FOREIGN_TABLE(
            "DCT-411", "a table on another server that has to go while a column above it becomes another"),
    /** The rows of a table are divided by an operator class that becomes another. */
    DIVIDING_CLASS("DCT-411", "are divided by it, and it has to go to become another"),
    /** A column is of a type that gives way to a table of its name, or of one that is made of such a type. */
    ROWS_OF_TABLE("DCT-411", "would become the rows of"),
    /** A table gets another access method on a server older than 15, which is refused before anything runs. */
    ACCESS_METHOD("DCT-564", "SET ACCESS METHOD, which is new in PostgreSQL 15"),
    /** What has to be read is on a server of the scripts' own wrappers, which read nothing: psql could not fill the views either. */
    NO_HANDLER("up 55000", "has no handler"),
    /** The same on the way back. */
    NO_HANDLER_BACK("down 55000", "has no handler");

    private final String code;

    private final String words;

    Refusal(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The one that a failure is, if it is one. */
    static Optional<Refusal> of(ScriptProof.Failed failed) {
        return Arrays.stream(values())
                .filter(each -> failed.kind().equals(each.code) && failed.text().contains(each.words))
                .findFirst();
    }
}
