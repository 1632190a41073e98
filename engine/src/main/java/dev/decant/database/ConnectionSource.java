package dev.decant.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections to one database come from; whoever opens one closes it. */
@FunctionalInterface
public interface ConnectionSource {
    /** A new session that nobody else uses. */
    Connection open() throws SQLException;
}
