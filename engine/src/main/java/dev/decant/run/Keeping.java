package dev.decant.run;

import dev.decant.database.Graveyard;
import dev.decant.history.Direction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Keeps what the statements of a migration drop, where that is wanted, and brings it back on the way back. */
final class Keeping {
    private final Session session;
    private final String migration;
    private final Direction direction;
    private final Graveyard graveyard;

    Keeping(Session session, String migration, Direction direction) {
        this.session = session;
        this.migration = migration;
        this.direction = direction;
        this.graveyard = session.database().graveyard();
    }

    /** Runs a statement; tells how many rows it changed. */
    @FunctionalInterface
    interface Running {
        OptionalLong run() throws SQLException;
    }

    /** Runs a statement, or does in its place what spares its victims. Outside of transactions nothing is dropped that could be kept. */
    OptionalLong run(String sql, Running statement) throws SQLException {
        boolean instead = !session.connection().getAutoCommit() && (keeps(sql) || restores(sql));
        return instead ? OptionalLong.empty() : statement.run();
    }

    private boolean keeps(String sql) throws SQLException {
        Duration time = session.settings().keepDropped();
        if (direction == Direction.DOWN || time.isZero()) {
            return false;
        }
        Instant until = session.now().plus(time);
        Graveyard.Done done = graveyard.keep(session.connection(), migration, until, sql);
        if (!done.what().isEmpty()) {
            session.tell(new RunEvent.Kept(migration, done.what(), until));
        }
        return done.instead();
    }

    private boolean restores(String sql) throws SQLException {
        if (direction == Direction.UP || !graveyard.holds(session.connection(), migration)) {
            return false;
        }
        Graveyard.Done done = graveyard.restore(session.connection(), migration, sql);
        if (!done.what().isEmpty()) {
            session.tell(new RunEvent.BroughtBack(migration, done.what()));
        }
        return done.instead();
    }
}
