-- ACCESS EXCLUSIVE locks on public.contents and public.teams, for a moment; no rewrite
ALTER TABLE public.contents DROP CONSTRAINT contents_team_fkey;
