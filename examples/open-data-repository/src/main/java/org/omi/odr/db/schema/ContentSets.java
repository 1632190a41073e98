package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.Users.USERS;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

/** A collection of content that a user put together. */
public final class ContentSets extends PgTable {
    public static final ContentSets CONTENT_SETS = new ContentSets();

    public final Column<Integer> id = serial().primaryKey();
    public final Column<String> name = varchar().notNull();
    public final Column<String> description = varchar();
    public final Column<Integer> createdById = integer().notNull().references(() -> USERS.id);
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz().notNull().defaultNow();

    public final Index byId = index("ix_content_sets_id").on(id);
}
