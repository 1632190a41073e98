-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents DROP COLUMN double;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the values of public.contents.place are gone
ALTER TABLE public.contents DROP COLUMN place;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the values of public.contents.number are gone
ALTER TABLE public.contents DROP COLUMN number;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the values of public.contents.token are gone
ALTER TABLE public.contents DROP COLUMN token;
