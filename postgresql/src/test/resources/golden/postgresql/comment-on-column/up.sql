-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
COMMENT ON COLUMN public.contents.name IS 'it''s a name';
