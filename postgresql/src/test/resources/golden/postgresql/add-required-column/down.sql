-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the values of public.contents.owner are gone
ALTER TABLE public.contents DROP COLUMN owner;
