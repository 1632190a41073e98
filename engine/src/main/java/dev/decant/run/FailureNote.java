package dev.decant.run;

import dev.decant.history.Direction;
import dev.decant.history.Remark;
import java.sql.SQLException;

/** Writes in the history that a migration failed, so that whoever looks there later sees why it has not run. */
record FailureNote(Session session) {
    /** Writes it if the database still listens; what failed is told in any case. */
    void write(MigrationFailedException failure) {
        if (failure.direction() == Direction.UP && session.isAlive()) {
            try {
                session.commit(() -> replace(failure));
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private void replace(MigrationFailedException failure) throws SQLException {
        session.history().remarks().forgive(session.connection(), failure.migration());
        Remark remark = new Remark(
                failure.migration(),
                Remark.Kind.FAILED,
                session.now(),
                session.settings().user(),
                failure.failures().getLast().what());
        session.history().remarks().add(session.connection(), remark);
    }
}
