package dev.decant.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Whether the commits of a session wait until they are on the disk of the server; one object for each session. */
public interface Durability {
    /** Each commit waits, and nobody changes that. */
    Durability OF_EACH_COMMIT = new Durability() {
        @Override
        public void relax(Connection connection) {}

        @Override
        public void restore(Connection connection) {}

        @Override
        public void flush(Connection connection) {}
    };

    /** From now on commits do not wait. A crash of the server can take the last of them, each as a whole and none without all behind it. */
    void relax(Connection connection) throws SQLException;

    /** From now on commits wait as they did before. */
    void restore(Connection connection) throws SQLException;

    /** Waits until all that was committed is on the disk; outside of a transaction. */
    void flush(Connection connection) throws SQLException;
}
