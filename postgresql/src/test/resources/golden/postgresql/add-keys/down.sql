-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents DROP CONSTRAINT contents_team_key;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents DROP CONSTRAINT contents_pkey;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents DROP CONSTRAINT contents_at_key;
