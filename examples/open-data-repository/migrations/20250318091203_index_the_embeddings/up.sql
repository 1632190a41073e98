-- Index the embeddings

-- SHARE lock on public.annotation_embeddings: writers wait while the index is built
-- blocking: writers of public.annotation_embeddings wait while the index embedding_hnsw_idx is built
CREATE INDEX embedding_hnsw_idx ON public.annotation_embeddings USING hnsw (embedding vector_cosine_ops);

-- SHARE lock on public.content_embeddings: writers wait while the index is built
-- blocking: writers of public.content_embeddings wait while the index content_embedding_hnsw_idx is built
CREATE INDEX content_embedding_hnsw_idx ON public.content_embeddings USING hnsw (embedding vector_cosine_ops);
