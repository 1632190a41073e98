-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
ALTER TABLE public.contents SET (autovacuum_enabled = false, fillfactor = 90);

-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
COMMENT ON TABLE public.contents IS NULL;
