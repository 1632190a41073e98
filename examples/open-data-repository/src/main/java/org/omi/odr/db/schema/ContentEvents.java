package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.Contents.CONTENTS;
import static org.omi.odr.db.schema.Users.USERS;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

/** A change of a content's status, and who made it. */
public final class ContentEvents extends PgTable {
    public final Column<Integer> id = serial().primaryKey();
    public final Column<Integer> contentId = integer().notNull().references(() -> CONTENTS.id);
    public final Column<ContentStatus> status = enumeration(ContentStatus.class).notNull();
    public final Column<Integer> setBy = integer().notNull().references(() -> USERS.id);
    public final Column<String> note = varchar();
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz();

    public final Index byId = index("ix_content_events_id").on(id);
}
