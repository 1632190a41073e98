-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ADD CONSTRAINT contents_own_check CHECK (id > 0) NO INHERIT NOT VALID;

-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
COMMENT ON CONSTRAINT contents_own_check ON public.contents IS 'for this table alone';

-- ACCESS EXCLUSIVE lock on public.contents while every row is read; no rewrite
-- data dependent: fails when a row of public.contents makes contents_team_check false
-- blocking: readers and writers of public.contents wait while its rows are read
ALTER TABLE public.contents ADD CONSTRAINT contents_team_check CHECK (team > 0);
