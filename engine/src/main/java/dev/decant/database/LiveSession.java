package dev.decant.database;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a session does at the moment.
 *
 * @param id what it is called by whoever wants to end it
 * @param user whose it is
 * @param application what it calls itself
 * @param client from where it comes
 * @param state what it does, in the server's words: {@code active}, {@code idle in transaction}
 * @param waiting what it waits for, in the server's words; empty when for nothing
 * @param transaction how long its transaction has lasted
 * @param statement how long its statement runs; nothing when it runs none
 * @param query the beginning of its statement, or of its last one; it may hold a secret
 * @param blockedBy the sessions that hold what it waits for
 * @param locks the locks that others may have to wait for, and those that it waits for
 */
public record LiveSession(
        String id,
        String user,
        String application,
        String client,
        String state,
        String waiting,
        Optional<Duration> transaction,
        Optional<Duration> statement,
        String query,
        List<String> blockedBy,
        List<Lock> locks) {
    /** Copies the lists. */
    public LiveSession {
        blockedBy = List.copyOf(blockedBy);
        locks = List.copyOf(locks);
    }

    /**
     * A lock on a relation.
     *
     * @param relation its name
     * @param mode the mode as the manual spells it: {@code ACCESS EXCLUSIVE}
     * @param granted whether it is held; otherwise it is waited for
     */
    public record Lock(String relation, String mode, boolean granted) {}
}
