package dev.decant.run;

import dev.decant.history.Direction;
import dev.decant.history.ScriptEntry;
import dev.decant.journal.Repeatable;
import dev.decant.journal.SqlFile;
import java.sql.SQLException;
import java.time.Duration;

/** A repeatable script that is to be run; one in which a run was interrupted begins again. */
record RepeatTask(Repeatable script, String checksum, Frame frame, boolean failedBefore) implements Task {
    @Override
    public String id() {
        return script.id();
    }

    @Override
    public String title() {
        return script.name();
    }

    @Override
    public Direction direction() {
        return Direction.UP;
    }

    @Override
    public SqlFile file() {
        return script.file();
    }

    @Override
    public boolean isBegun() {
        return false;
    }

    @Override
    public void begin(Session session) throws SQLException {
        session.history().marks().remove(session.connection(), id());
    }

    @Override
    public void finish(Session session, Duration duration, boolean unnoted) throws SQLException {
        if (!unnoted) {
            session.history().marks().remove(session.connection(), id());
        }
        if (failedBefore) {
            session.history().remarks().forgive(session.connection(), id());
        }
        session.history().scripts().put(session.connection(), entry(script, checksum, duration, session));
    }

    /** What the history says of a script that ran. */
    static ScriptEntry entry(Repeatable script, String checksum, Duration duration, Session session) {
        return new ScriptEntry(
                ScriptEntry.Kind.REPEATABLE,
                script.name(),
                checksum,
                session.now(),
                session.settings().user(),
                duration,
                session.settings().toolVersion(),
                "");
    }
}
