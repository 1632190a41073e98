package dev.decant.run;

import dev.decant.database.Graveyard;
import dev.decant.history.Direction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalLong;

/** Keeps what the statements of a migration drop, where that is wanted, and brings it back on the way back. */
final class Keeping {
    private final Session session;
    private final String migration;
    private final Direction direction;
    private final Graveyard graveyard;
    private Graveyard.Inventory inventory = Graveyard.Inventory.NONE;

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

    /** Does something in the transaction that is open, and finds what is gone afterwards without a statement that said so. */
    void watching(Session.Work work) throws SQLException {
        if (isKeeping()) {
            inventory = graveyard.inventory(session.connection());
        }
        work.run();
        inventory.requireAll(session.connection());
        inventory = Graveyard.Inventory.NONE;
    }

    private boolean isKeeping() {
        return direction == Direction.UP && !session.settings().keepDropped().isZero();
    }

    /** Runs a statement, or does in its place what spares its victims. Outside of transactions nothing is dropped that could be kept. */
    OptionalLong run(String sql, Running statement) throws SQLException {
        if (session.connection().getAutoCommit()) {
            return statement.run();
        }
        boolean drops = isKeeping() && graveyard.drops(sql);
        if (drops) {
            inventory.requireAll(session.connection());
        }
        OptionalLong rows = keeps(sql) || restores(sql) ? OptionalLong.empty() : statement.run();
        if (drops) {
            inventory = graveyard.inventory(session.connection());
        }
        return rows;
    }

    private boolean keeps(String sql) throws SQLException {
        if (!isKeeping()) {
            return false;
        }
        Instant until = session.now().plus(session.settings().keepDropped());
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
