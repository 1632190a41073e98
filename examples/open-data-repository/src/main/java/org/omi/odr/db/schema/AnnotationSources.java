package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.Users.USERS;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

/** A data set or program from which annotations come. */
public final class AnnotationSources extends PgTable {
    public static final AnnotationSources ANNOTATION_SOURCES = new AnnotationSources();

    public final Column<Integer> id = serial().primaryKey();
    public final Column<String> name = varchar();
    public final Column<String> ecosystem = varchar();
    public final Column<String> type = varchar();
    public final Column<String> annotationSchema = json();
    public final Column<String> license = varchar();
    public final Column<String> licenseUrl = varchar();
    public final Column<Integer> addedById = integer().references(() -> USERS.id);
    public final Column<OffsetDateTime> createdAt = timestamptz().notNull().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz().notNull();

    public final Index byId = index("ix_annotation_sources_id").on(id);
    public final Index byName = index("ix_annotation_sources_name").on(name);
}
