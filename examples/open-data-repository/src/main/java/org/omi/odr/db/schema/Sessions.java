package org.omi.odr.db.schema;

import dev.decant.dsl.Column;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

/** A user who is signed in, and until when. */
public final class Sessions extends PgTable {
    public final Column<Integer> userId = integer().named("userId").notNull();
    public final Column<OffsetDateTime> expires = timestamptz().notNull();
    public final Column<String> sessionToken =
            varchar(255).named("sessionToken").notNull();
    public final Column<Integer> id = serial();
}
