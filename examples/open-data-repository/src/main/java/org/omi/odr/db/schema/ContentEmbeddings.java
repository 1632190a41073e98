package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.Contents.CONTENTS;
import static org.omi.odr.db.schema.EmbeddingEngines.EMBEDDING_ENGINES;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import dev.decant.dsl.Unique;
import java.time.OffsetDateTime;

/** The vector that an engine computed for a piece of content. */
public final class ContentEmbeddings extends PgTable {
    public final Column<Integer> id = serial().primaryKey();
    public final Column<Integer> contentId = integer().references(() -> CONTENTS.id);
    public final Column<Integer> embeddingEngineId = integer().references(() -> EMBEDDING_ENGINES.id);
    public final Contributor from = include("from_", new Contributor());
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<float[]> embedding = vector(512);

    public final Unique byContentAndEngine = unique("ic_content_embedding_engine", contentId, embeddingEngineId);
    public final Index byId = index("ix_content_embeddings_id").on(id);
    public final Index byEmbedding =
            index("content_embedding_hnsw_idx").using("hnsw").on(embedding.op("vector_cosine_ops"));
}
