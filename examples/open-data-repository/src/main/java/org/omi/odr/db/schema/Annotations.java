package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.Contents.CONTENTS;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

/** What is said about a piece of content. */
public final class Annotations extends PgTable {
    public static final Annotations ANNOTATIONS = new Annotations();

    public final Column<Integer> id = serial().primaryKey();
    public final Column<Integer> contentId = integer().notNull().references(() -> CONTENTS.id);
    public final Column<String> annotation = json();
    public final Column<Boolean> manuallyAdjusted = bool();
    public final Column<Double> overallRating = doublePrecision();
    public final Contributor from = include("from_", new Contributor());
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz();

    public final Index byId = index("ix_annotations_id").on(id);
}
