package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.AnnotationSources.ANNOTATION_SOURCES;
import static org.omi.odr.db.schema.Annotations.ANNOTATIONS;

import dev.decant.dsl.Column;
import dev.decant.dsl.PgTable;
import dev.decant.dsl.PrimaryKey;

/** Which annotation comes from which sources. */
public final class AnnotationSourcesLink extends PgTable {
    public final Column<Integer> annotationId = integer().notNull().references(() -> ANNOTATIONS.id);
    public final Column<Integer> annotationSourceId = integer().notNull().references(() -> ANNOTATION_SOURCES.id);

    public final PrimaryKey key = primaryKey(annotationId, annotationSourceId);
}
