-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
COMMENT ON INDEX public.ix_contents_at IS NULL;

-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
COMMENT ON CONSTRAINT contents_id_key ON public.contents IS NULL;
