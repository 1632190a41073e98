package org.omi.odr.db.schema;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

/** A program that turns content into vectors. */
public final class EmbeddingEngines extends PgTable {
    public static final EmbeddingEngines EMBEDDING_ENGINES = new EmbeddingEngines();

    public final Column<Integer> id = serial().primaryKey();
    public final Column<String> name = varchar().unique("uq_embedding_engine_name");
    public final Column<String> description = varchar();
    public final Column<String> version = varchar();
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz().notNull();
    public final Column<EmbeddingEngineType> type = enumeration(EmbeddingEngineType.class);
    public final Column<Boolean> supported = bool();

    public final Index byId = index("ix_embedding_engines_id").on(id);
    public final Index byName = index("ix_embedding_engines_name").on(name);
}
