package org.omi.odr.db.schema;

import static org.omi.odr.db.schema.Annotations.ANNOTATIONS;
import static org.omi.odr.db.schema.EmbeddingEngines.EMBEDDING_ENGINES;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import dev.decant.dsl.Unique;
import java.time.OffsetDateTime;

/** The vector that an engine computed for an annotation. */
public final class AnnotationEmbeddings extends PgTable {
    public final Column<Integer> id = serial().primaryKey();
    public final Column<Integer> annotationId = integer().references(() -> ANNOTATIONS.id);
    public final Column<Integer> embeddingEngineId = integer().references(() -> EMBEDDING_ENGINES.id);
    public final Contributor from = include("from_", new Contributor());
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<float[]> embedding = vector(384);

    public final Unique byAnnotationAndEngine =
            unique("ic_annotation_embedding_engine", annotationId, embeddingEngineId);
    public final Index byId = index("ix_annotation_embeddings_id").on(id);
    public final Index byEmbedding = index("embedding_hnsw_idx").using("hnsw").on(embedding.op("vector_cosine_ops"));
}
