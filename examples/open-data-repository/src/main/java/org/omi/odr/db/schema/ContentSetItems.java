package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.ContentSets.CONTENT_SETS;
import static org.omi.odr.db.schema.Contents.CONTENTS;

import dev.decant.dsl.Column;
import dev.decant.dsl.PgTable;
import dev.decant.dsl.PrimaryKey;
import java.time.OffsetDateTime;

/** Which piece of content is in which sets. */
public final class ContentSetItems extends PgTable {
    public final Column<Integer> contentSetId = integer().notNull().references(() -> CONTENT_SETS.id);
    public final Column<Integer> contentId = integer().notNull().references(() -> CONTENTS.id);
    public final Column<OffsetDateTime> addedAt = timestamptz().defaultNow();

    public final PrimaryKey key = primaryKey(contentSetId, contentId);
}
