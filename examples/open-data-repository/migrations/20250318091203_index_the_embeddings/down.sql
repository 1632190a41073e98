-- Take back: Index the embeddings

-- ACCESS EXCLUSIVE lock on public.content_embeddings, for a moment; no rewrite
DROP INDEX public.content_embedding_hnsw_idx;

-- ACCESS EXCLUSIVE lock on public.annotation_embeddings, for a moment; no rewrite
DROP INDEX public.embedding_hnsw_idx;
