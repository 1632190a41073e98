package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.Teams.TEAMS;
import static org.omi.odr.db.schema.Users.USERS;

import dev.decant.dsl.Column;
import dev.decant.dsl.PgTable;
import dev.decant.dsl.PrimaryKey;
import java.time.OffsetDateTime;

/** Which user is in which team, and as what. */
public final class UserTeams extends PgTable {
    public final Column<Integer> userId = integer().notNull().references(() -> USERS.id);
    public final Column<Integer> teamId = integer().notNull().references(() -> TEAMS.id);
    public final Column<String> role = varchar();
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz().defaultNow();

    public final PrimaryKey key = primaryKey(userId, teamId);
}
