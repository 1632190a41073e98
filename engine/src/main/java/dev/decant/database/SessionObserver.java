package dev.decant.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks at what a session does, from another one. */
public interface SessionObserver {
    /** The observer who sees nothing. */
    SessionObserver BLIND = new SessionObserver() {
        @Override
        public Optional<String> name(Connection work) {
            return Optional.empty();
        }

        @Override
        public Sighting look(Connection other, String name) {
            return Sighting.NOTHING;
        }
    };

    /**
     * What is seen of a session.
     *
     * @param blockers who holds what it waits for
     * @param progress how far its statement has come, where the server tells
     */
    record Sighting(List<Blocker> blockers, Optional<Progress> progress) {
        /** Nothing at all. */
        public static final Sighting NOTHING = new Sighting(List.of(), Optional.empty());

        /** Copies the list. */
        public Sighting {
            blockers = List.copyOf(blockers);
        }
    }

    /**
     * A session that is in the way.
     *
     * @param name the number of its process
     * @param user who it is
     * @param application what it calls itself
     * @param age how long its transaction has lasted
     * @param query the beginning of its statement, or of its last one; it may hold a secret
     */
    record Blocker(String name, String user, String application, Duration age, String query) {
        /** All but its statement, for a person. */
        public String words() {
            String of = user.isEmpty() ? "" : " of " + user;
            String by = application.isEmpty() ? "" : " (" + application + ")";
            return "process " + name + of + by + ", for " + age.toSeconds() + " s";
        }
    }

    /**
     * How far a statement has come.
     *
     * @param phase what it does now, in the server's words
     * @param done how much of it is done
     * @param total how much there is to do, in the same unit; zero when it is not known
     */
    record Progress(String phase, long done, long total) {}

    /** What the session is called by others; nothing when it cannot be observed. */
    Optional<String> name(Connection work) throws SQLException;

    /** Looks once. */
    Sighting look(Connection other, String name) throws SQLException;
}
