package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.Teams.TEAMS;
import static org.omi.odr.db.schema.Users.USERS;

import dev.decant.dsl.Column;
import dev.decant.dsl.PgColumns;

/** Columns that say who contributed a row: a user, a team, both, or nobody known. */
public final class Contributor extends PgColumns {
    public final Column<Integer> userId = integer().references(() -> USERS.id);
    public final Column<Integer> teamId = integer().references(() -> TEAMS.id);
}
