package dev.decant.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a migration has come in a database. */
public enum Status {
    /** It is begun, and some of its steps are done. */
    APPLYING,
    /** It is done. */
    APPLIED,
    /** It is being taken back, and some of the steps of that are done. */
    ROLLING_BACK;

    /** The words for it, as they stand in the table. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Optional<Status> of(String words) {
        return Arrays.stream(values())
                .filter(status -> status.words().equals(words))
                .findFirst();
    }
}
