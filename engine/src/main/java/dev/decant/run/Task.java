package dev.decant.run;

import dev.decant.codec.ChangeCodec;
import dev.decant.codec.JsonWriter;
import dev.decant.history.Direction;
import dev.decant.history.HistoryEntry;
import dev.decant.history.Status;
import dev.decant.history.WayBack;
import dev.decant.journal.Migration;
import dev.decant.journal.SqlFile;
import java.sql.SQLException;
import java.time.Duration;

/** A migration to be run in one direction, and what the history says before and after. */
sealed interface Task permits Task.Push, Task.Up, Task.Down, RepeatTask, HookTask {
    /** The migration. */
    String id();

    /** Its title. */
    String title();

    /** Which way. */
    Direction direction();

    /** What is run. */
    SqlFile file();

    /** Writes that it is begun. */
    void begin(Session session) throws SQLException;

    /**
     * Writes that it is done.
     *
     * @param unnoted whether the history has no word of it yet, so that nothing has to be looked for
     */
    void finish(Session session, Duration duration, boolean unnoted) throws SQLException;

    /** Whether an earlier run has begun it. */
    boolean isBegun();

    /** Whether it failed before, and the history has a remark on that. */
    boolean failedBefore();

    /** What runs around it in its transactions. */
    default Frame frame() {
        return Frame.NONE;
    }

    /** What to do once the cause of a failure is corrected. */
    default String again() {
        return direction() == Direction.UP ? "migrate again" : "roll back again";
    }

    /** A plan that no migration holds, of which the history says nothing. */
    record Push(SqlFile file) implements Task {
        @Override
        public String id() {
            return "push";
        }

        @Override
        public String title() {
            return "push";
        }

        @Override
        public Direction direction() {
            return Direction.UP;
        }

        @Override
        public void begin(Session session) {
            // Nobody is to know of it.
        }

        @Override
        public void finish(Session session, Duration duration, boolean unnoted) {
            // Nobody is to know of it.
        }

        @Override
        public boolean isBegun() {
            return false;
        }

        @Override
        public boolean failedBefore() {
            return false;
        }

        @Override
        public String again() {
            return "push again";
        }
    }

    /** A migration from its folder, upwards; its place in the history is the position. */
    record Up(Migration migration, Frame frame, long position, boolean isBegun, boolean failedBefore) implements Task {
        @Override
        public String id() {
            return migration.id();
        }

        @Override
        public String title() {
            return migration.title();
        }

        @Override
        public Direction direction() {
            return Direction.UP;
        }

        @Override
        public SqlFile file() {
            return migration.up();
        }

        @Override
        public void begin(Session session) throws SQLException {
            put(session, Status.APPLYING, Duration.ZERO);
        }

        @Override
        public void finish(Session session, Duration duration, boolean unnoted) throws SQLException {
            KeptClasses.keep(session, migration);
            if (failedBefore) {
                session.history().remarks().forgive(session.connection(), id());
            }
            if (unnoted) {
                HistoryEntry entry = entry(migration, Status.APPLIED, position, duration, session);
                session.history().add(session.connection(), entry, wayBack(migration, session));
            } else {
                session.history().marks().remove(session.connection(), id());
                put(session, Status.APPLIED, duration);
            }
        }

        private void put(Session session, Status status, Duration duration) throws SQLException {
            HistoryEntry entry = entry(migration, status, position, duration, session);
            session.history().put(session.connection(), entry, wayBack(migration, session));
        }
    }

    /** What the history says of a migration of the folder. */
    static HistoryEntry entry(Migration migration, Status status, long position, Duration duration, Session session) {
        return new HistoryEntry(
                migration.id(),
                migration.title(),
                migration.parents(),
                status,
                position,
                session.now(),
                session.settings().user(),
                duration,
                session.settings().toolVersion(),
                migration.fingerprint(),
                migration.up().checksum(session.database().dialect().syntax()));
    }

    /** What the history keeps of a migration of the folder. */
    static WayBack wayBack(Migration migration, Session session) {
        SqlFile down = migration
                .down()
                .filled(session.database().dialect(), session.settings().placeholders());
        return new WayBack(down.text(), JsonWriter.line(ChangeCodec.write(migration.changes())));
    }

    /** A migration from the history, downwards. */
    record Down(HistoryEntry entry, SqlFile file) implements Task {
        @Override
        public String id() {
            return entry.id();
        }

        @Override
        public String title() {
            return entry.title();
        }

        @Override
        public Direction direction() {
            return Direction.DOWN;
        }

        @Override
        public boolean isBegun() {
            return entry.status() == Status.ROLLING_BACK;
        }

        @Override
        public boolean failedBefore() {
            return false;
        }

        @Override
        public void begin(Session session) throws SQLException {
            session.history().setStatus(session.connection(), id(), Status.ROLLING_BACK);
        }

        @Override
        public void finish(Session session, Duration duration, boolean unnoted) throws SQLException {
            session.database().graveyard().settle(session.connection(), id());
            session.history().remove(session.connection(), id());
        }
    }
}
