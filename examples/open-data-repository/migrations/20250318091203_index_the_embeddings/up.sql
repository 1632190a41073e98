-- Index the embeddings

-- decant: step step-1
-- decant: transaction none

-- SHARE UPDATE EXCLUSIVE lock on public.annotation_embeddings; readers and writers go on; waits for older transactions; outside of a transaction
CREATE INDEX CONCURRENTLY embedding_hnsw_idx ON public.annotation_embeddings USING hnsw (embedding vector_cosine_ops);

-- SHARE UPDATE EXCLUSIVE lock on public.content_embeddings; readers and writers go on; waits for older transactions; outside of a transaction
CREATE INDEX CONCURRENTLY content_embedding_hnsw_idx ON public.content_embeddings USING hnsw (embedding vector_cosine_ops);
