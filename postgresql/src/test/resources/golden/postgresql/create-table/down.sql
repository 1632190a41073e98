-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
DROP INDEX public.ix_contents_created_at;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the rows of public.contents are gone
DROP TABLE public.contents;
