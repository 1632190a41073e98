-- SHARE lock on public.contents: writers wait while the index is built
-- blocking: writers of public.contents wait while the index ix_contents_team is built
-- data dependent: fails when two rows of public.contents share a key of ix_contents_team
CREATE UNIQUE INDEX ix_contents_team ON public.contents (team) NULLS NOT DISTINCT;
