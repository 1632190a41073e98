package dev.decant.dsl.library;

import static dev.decant.dsl.library.Contents.CONTENTS;

import dev.decant.dsl.Column;
import dev.decant.dsl.PgTable;
import dev.decant.dsl.PrimaryKey;

final class ContentSetItems extends PgTable {
    public final Column<Integer> contentSetId = integer().notNull();
    public final Column<Integer> contentId = integer().notNull().references(() -> CONTENTS.id);

    public final PrimaryKey key = primaryKey(contentSetId, contentId);
}
