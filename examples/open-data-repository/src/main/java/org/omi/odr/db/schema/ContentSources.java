package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.Contents.CONTENTS;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

/** A place where a piece of content was found. */
public final class ContentSources extends PgTable {
    public final Column<Integer> id = serial().primaryKey();
    public final Column<Integer> contentId = integer().references(() -> CONTENTS.id);
    public final Column<ContentSourceType> type = enumeration(ContentSourceType.class);
    public final Column<String> value = varchar().unique();
    public final Column<String> sourceMetadata = varchar();
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz();

    public final Index byId = index("ix_content_sources_id").on(id);
}
