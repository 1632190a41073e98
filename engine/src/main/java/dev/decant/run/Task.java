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
sealed interface Task {
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

    /** Writes that it is done. */
    void finish(Session session, Duration duration) throws SQLException;

    /** A migration from its folder, upwards; its place in the history is the position. */
    record Up(Migration migration, long position) implements Task {
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
        public void finish(Session session, Duration duration) throws SQLException {
            session.history().marks().remove(session.connection(), id());
            put(session, Status.APPLIED, duration);
        }

        private void put(Session session, Status status, Duration duration) throws SQLException {
            HistoryEntry entry = new HistoryEntry(
                    id(),
                    title(),
                    migration.parents(),
                    status,
                    position,
                    session.now(),
                    session.settings().user(),
                    duration,
                    session.settings().toolVersion(),
                    migration.fingerprint(),
                    file().checksum(session.database().dialect().syntax()));
            String changes = JsonWriter.line(ChangeCodec.write(migration.changes()));
            session.history()
                    .put(
                            session.connection(),
                            entry,
                            new WayBack(migration.down().text(), changes));
        }
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
        public void begin(Session session) throws SQLException {
            session.history().setStatus(session.connection(), id(), Status.ROLLING_BACK);
        }

        @Override
        public void finish(Session session, Duration duration) throws SQLException {
            session.history().remove(session.connection(), id());
        }
    }
}
