-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents RENAME CONSTRAINT one TO three;

-- SHARE UPDATE EXCLUSIVE lock on public.two, for a moment; readers and writers go on
ALTER INDEX public.two RENAME TO four;
