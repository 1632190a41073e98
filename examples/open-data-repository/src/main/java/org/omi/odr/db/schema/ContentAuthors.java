package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.Contents.CONTENTS;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

/** Somebody who made a piece of content. */
public final class ContentAuthors extends PgTable {
    public final Column<Integer> id = serial().primaryKey();
    public final Column<String> name = varchar();
    public final Column<String> url = varchar();
    public final Column<Integer> contentId = integer().references(() -> CONTENTS.id);
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz();

    public final Index byId = index("ix_content_authors_id").on(id);
}
