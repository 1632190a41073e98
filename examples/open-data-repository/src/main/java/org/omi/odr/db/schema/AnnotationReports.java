package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.Annotations.ANNOTATIONS;
import static org.omi.odr.db.schema.Users.USERS;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

/** A complaint about an annotation. */
public final class AnnotationReports extends PgTable {
    public final Column<Integer> id = serial().primaryKey();
    public final Column<Integer> annotationId = integer().references(() -> ANNOTATIONS.id);
    public final Column<String> type = varchar().notNull();
    public final Column<Integer> reportedById = integer().references(() -> USERS.id);
    public final Column<OffsetDateTime> createdAt = timestamptz().notNull().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz().notNull();
    public final Column<String> description = varchar();

    public final Index byId = index("ix_annotation_reports_id").on(id);
}
