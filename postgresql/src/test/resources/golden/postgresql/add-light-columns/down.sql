-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the values of public.contents.local_time are gone
ALTER TABLE public.contents DROP COLUMN local_time;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the values of public.contents.tags are gone
ALTER TABLE public.contents DROP COLUMN tags;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the values of public.contents.created_at are gone
ALTER TABLE public.contents DROP COLUMN created_at;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the values of public.contents.size are gone
ALTER TABLE public.contents DROP COLUMN size;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the values of public.contents.note are gone
ALTER TABLE public.contents DROP COLUMN note;
