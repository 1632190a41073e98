-- ACCESS EXCLUSIVE locks on public.contents and public.teams, for a moment; no rewrite
ALTER TABLE public.contents DROP CONSTRAINT contents_team_fkey;

-- SHARE ROW EXCLUSIVE locks on public.contents and public.teams, for a moment; existing rows are not read
ALTER TABLE public.contents ADD CONSTRAINT contents_team_fkey FOREIGN KEY (team, city) REFERENCES public.teams (id, city) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED NOT VALID;
