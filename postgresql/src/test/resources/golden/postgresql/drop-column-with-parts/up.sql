-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
DROP INDEX public.ix_contents_code;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents DROP CONSTRAINT contents_code_check;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the values of public.contents.code are gone
ALTER TABLE public.contents DROP COLUMN code;
