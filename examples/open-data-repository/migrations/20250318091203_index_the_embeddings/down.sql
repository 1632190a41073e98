-- Take back: Index the embeddings

-- decant: step step-1
-- decant: transaction none

-- SHARE UPDATE EXCLUSIVE lock on public.content_embeddings; readers and writers go on; waits for older transactions; outside of a transaction
DROP INDEX CONCURRENTLY public.content_embedding_hnsw_idx;

-- SHARE UPDATE EXCLUSIVE lock on public.annotation_embeddings; readers and writers go on; waits for older transactions; outside of a transaction
DROP INDEX CONCURRENTLY public.embedding_hnsw_idx;
