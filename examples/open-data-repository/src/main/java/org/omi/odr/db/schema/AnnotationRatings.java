package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.Annotations.ANNOTATIONS;
import static org.omi.odr.db.schema.Users.USERS;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

/** What a user thinks of an annotation. */
public final class AnnotationRatings extends PgTable {
    public final Column<Integer> id = serial().primaryKey();
    public final Column<Integer> annotationId = integer().notNull().references(() -> ANNOTATIONS.id);
    public final Column<Integer> rating = integer().notNull();
    public final Column<String> reason = varchar();
    public final Column<Integer> ratedById = integer().references(() -> USERS.id);
    public final Column<OffsetDateTime> createdAt = timestamptz().notNull().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz().notNull();

    public final Index byId = index("ix_annotation_ratings_id").on(id);
}
