package dev.decant.postgresql;

import java.util.Arrays;
import java.util.Optional;

/** What is refused before anything runs, and rightly so: moves that PostgreSQL has no way for, or that take two migrations. */
enum Refusal {
    /** The rows of a table are divided by a column whose type gets a successor. */
    DIVIDING_TYPE("DCT-411", "its rows are divided by"),
    /** A table holds rows for one that becomes a foreign table. */
    CHILD_OF_FOREIGN_TABLE("DCT-411", "it holds rows of its own for a table that comes to be on another server"),
    /** The rows of a table are divided by an operator class that becomes another. */
    DIVIDING_CLASS("DCT-411", "are divided by it, and it has to go to become another");

    private final String code;
    private final String words;

    Refusal(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The one that a failure is, if it is one. */
    static Optional<Refusal> of(ScriptProof.Failed failed) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(failed.kind()) && failed.text().contains(each.words))
                .findFirst();
    }
}
