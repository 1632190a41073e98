package dev.decant.postgresql;

import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.Catalogue;
import java.sql.Connection;
import java.sql.SQLException;

/** PostgreSQL's part in looking at rows. */
final class PostgresqlBrowsing implements Browsing {
    @Override
    public Catalogue catalogue(Connection connection) throws SQLException {
        return new PostgresqlRelations(connection).read();
    }
}
