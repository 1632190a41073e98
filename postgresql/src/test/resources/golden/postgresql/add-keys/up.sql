-- ACCESS EXCLUSIVE lock on public.contents while its index is built; no rewrite
-- data dependent: fails when two rows share public.contents.at
-- blocking: readers and writers of public.contents wait while its index is built
ALTER TABLE public.contents ADD CONSTRAINT contents_at_key UNIQUE (at) DEFERRABLE;

-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
COMMENT ON CONSTRAINT contents_at_key ON public.contents IS 'when is when';

-- ACCESS EXCLUSIVE lock on public.contents while its index is built; no rewrite
-- data dependent: fails when two rows share public.contents.id
-- blocking: readers and writers of public.contents wait while its index is built
-- data dependent: fails when public.contents.id is null in a row
ALTER TABLE public.contents ADD CONSTRAINT contents_pkey PRIMARY KEY (id);

-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
COMMENT ON CONSTRAINT contents_pkey ON public.contents IS 'who is who';

-- ACCESS EXCLUSIVE lock on public.contents while its index is built; no rewrite
-- data dependent: fails when two rows share public.contents.team
-- blocking: readers and writers of public.contents wait while its index is built
ALTER TABLE public.contents ADD CONSTRAINT contents_team_key UNIQUE NULLS NOT DISTINCT (team);
