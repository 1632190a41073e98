-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
ALTER TABLE public.contents RESET (autovacuum_enabled);

-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
ALTER TABLE public.contents SET (fillfactor = 70);

-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
COMMENT ON TABLE public.contents IS 'not full';
