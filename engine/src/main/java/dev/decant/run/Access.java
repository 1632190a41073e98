package dev.decant.run;

import dev.decant.database.ConnectionSource;
import dev.decant.database.Database;
import dev.decant.database.Refusal;
import dev.decant.dialect.Ability;
import dev.decant.failure.Failure;
import dev.decant.history.History;
import java.sql.SQLException;

/** The way into a database, for whoever works there: sessions, the lock, the history. */
final class Access {
    private final Database database;
    private final ConnectionSource source;
    private final RunSettings settings;
    private final RunListener listener;
    private final RunListener telemetry;
    private final History history;

    Access(Database database, ConnectionSource source, RunSettings settings, RunListener listener) {
        this.database = database;
        this.source = source;
        this.settings = settings;
        this.listener = listener;
        this.telemetry = Telemetry.listener(database.dialect().id());
        this.history = new History(database);
    }

    /** Something done with the connection for the work. */
    @FunctionalInterface
    interface InSession<T> {
        T run(Session session) throws SQLException;
    }

    /** Something done while no other runner works. */
    @FunctionalInterface
    interface UnderLock<T> {
        T run(Hold lock) throws SQLException;
    }

    Database database() {
        return database;
    }

    ConnectionSource source() {
        return source;
    }

    RunSettings settings() {
        return settings;
    }

    History history() {
        return history;
    }

    /** Tells one event after the other, whichever thread they come from. */
    synchronized void tell(RunEvent event) {
        listener.on(event);
        telemetry.on(event);
    }

    /** Whether nobody wants the run to go on. */
    boolean isInterrupted() {
        return listener.stops();
    }

    /** Ends the run here when nobody wants it to go on. */
    void requireWanted() {
        if (isInterrupted()) {
            throw Failure.of("DCT-548", "somebody interrupted the run")
                    .next("the next run goes on from there; decant status tells how all stands")
                    .exception();
        }
    }

    <T> T inSession(InSession<T> work) {
        try (Session session = new Session(this, source.open())) {
            session.begin();
            return work.run(session);
        } catch (SQLException e) {
            throw Refusal.of(database.explain(e)).exception(e);
        }
    }

    /** Does something as the only runner, in a session that is the only one to work, and leaves the history alone. */
    <T> T underLockAlone(Session session, UnderLock<T> work) throws SQLException {
        try (Hold lock = Hold.acquire(this)) {
            lock.claim(session.connection());
            session.fencedBy(lock);
            tell(new RunEvent.LockAcquired(lock.waited()));
            return work.run(lock);
        }
    }

    /** Does something as the only runner, in a session that is the only one to work, with a history that is ready. */
    <T> T underLock(Session session, UnderLock<T> work) throws SQLException {
        return underLockAlone(session, lock -> {
            prepareHistory(session);
            return work.run(lock);
        });
    }

    private void prepareHistory(Session session) throws SQLException {
        if (database.dialect().can(Ability.UNDO_DDL)) {
            session.commit(() -> history.prepare(session.connection()));
        } else {
            history.prepare(session.connection());
        }
    }
}
