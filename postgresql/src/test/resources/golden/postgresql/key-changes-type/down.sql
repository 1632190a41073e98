-- ACCESS EXCLUSIVE locks on public.contents and public.teams, for a moment; no rewrite
ALTER TABLE public.contents DROP CONSTRAINT contents_team_fkey;

-- ACCESS EXCLUSIVE lock on public.teams while every row and index is written again
-- rewrite: writes every row of public.teams and the indexes of id again; readers and writers wait
ALTER TABLE public.teams ALTER COLUMN id TYPE text;

-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents and the indexes of team again; readers and writers wait
ALTER TABLE public.contents ALTER COLUMN team TYPE text;

-- SHARE ROW EXCLUSIVE locks on public.contents and public.teams: writers of both wait while every row of public.contents is read
-- data dependent: fails when public.contents.team holds what public.teams.id does not
-- blocking: writers of public.contents and public.teams wait while the rows of public.contents are read
ALTER TABLE public.contents ADD CONSTRAINT contents_team_fkey FOREIGN KEY (team) REFERENCES public.teams (id);
