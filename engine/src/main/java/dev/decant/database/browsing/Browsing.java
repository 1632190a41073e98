package dev.decant.database.browsing;

import java.sql.Connection;
import java.sql.SQLException;

/** What a studio asks of a database beyond its schema: its rows. */
public interface Browsing {
    /** What there is, in a bounded number of queries that wait for no lock. */
    Catalogue catalogue(Connection connection) throws SQLException;
}
