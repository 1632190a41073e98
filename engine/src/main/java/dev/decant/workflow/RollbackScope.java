package dev.decant.workflow;

import java.time.Instant;

/** How much is taken back. */
public sealed interface RollbackScope {
    /**
     * So many migrations of what ran last.
     *
     * @param count at least one
     */
    record Steps(int count) implements RollbackScope {
        /** Refuses none. */
        public Steps {
            if (count < 1) {
                throw new IllegalArgumentException("at least one migration is taken back");
            }
        }
    }

    /**
     * Everything that ran after a migration.
     *
     * @param migration its id, the beginning of it, or its title
     */
    record To(String migration) implements RollbackScope {}

    /**
     * Everything that was finished after a moment.
     *
     * @param moment the moment
     */
    record After(Instant moment) implements RollbackScope {}
}
