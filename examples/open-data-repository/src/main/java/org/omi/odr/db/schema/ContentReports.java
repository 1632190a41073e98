package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.Contents.CONTENTS;
import static org.omi.odr.db.schema.Users.USERS;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

/** A complaint about a piece of content. */
public final class ContentReports extends PgTable {
    public final Column<Integer> id = serial().primaryKey();
    public final Column<Integer> contentId = integer().notNull().references(() -> CONTENTS.id);
    public final Column<Integer> reporterId = integer().notNull().references(() -> USERS.id);
    public final Column<String> reason = varchar().notNull();
    public final Column<String> description = varchar();
    public final Column<ReportStatus> status = enumeration(ReportStatus.class);
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz().notNull().defaultNow();

    public final Index byId = index("ix_content_reports_id").on(id);
}
