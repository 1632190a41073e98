package org.omi.odr.db.schema;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

/** Users who work together. */
public final class Teams extends PgTable {
    public static final Teams TEAMS = new Teams();

    public final Column<Integer> id = serial().primaryKey();
    public final Column<String> name = varchar().unique("unique_team_name");
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz().defaultNow();

    public final Index byId = index("ix_teams_id").on(id);
    public final Index byName = index("ix_teams_name").on(name);
}
