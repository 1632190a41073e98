package dev.decant.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A moment of a run at which a script of the project is run. */
public enum Hook {
    /** Before the first migration, when there is something to do. */
    BEFORE_MIGRATE,
    /** When all migrations and repeatable scripts of a run are done. */
    AFTER_MIGRATE,
    /** Before each migration and each repeatable script, in its transaction. */
    BEFORE_EACH,
    /** After each migration and each repeatable script, in the transaction in which the history says that it is done. */
    AFTER_EACH,
    /** After something failed and was undone. */
    AFTER_FAILURE,
    /** Before the first migration is taken back. */
    BEFORE_ROLLBACK,
    /** When all that was to be taken back is. */
    AFTER_ROLLBACK;

    /** The folder of the scripts, in that of the migrations. */
    public static final String FOLDER = "hooks";

    /** What it is called in messages and events: {@code before-migrate}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its file in the folder. */
    public String file() {
        return word() + ".sql";
    }

    /** Whether it shares the transaction of a migration. */
    public boolean isOfEach() {
        return this == BEFORE_EACH || this == AFTER_EACH;
    }

    /** The files of all, as a list in words. */
    static String files() {
        return Arrays.stream(values()).map(Hook::file).collect(Collectors.joining(", "));
    }

    /** The one with this file. */
    static Optional<Hook> of(String file) {
        return Arrays.stream(values()).filter(hook -> hook.file().equals(file)).findFirst();
    }
}
