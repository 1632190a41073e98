-- SHARE UPDATE EXCLUSIVE lock on public.four, for a moment; readers and writers go on
ALTER INDEX public.four RENAME TO two;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents RENAME CONSTRAINT three TO one;
