-- SHARE ROW EXCLUSIVE locks on public.contents and public.teams: writers of both wait while every row of public.contents is read
-- data dependent: fails when public.contents (team, city) holds what public.teams (id, city) does not
-- blocking: writers of public.contents and public.teams wait while the rows of public.contents are read
ALTER TABLE public.contents ADD CONSTRAINT contents_team_fkey FOREIGN KEY (team, city) REFERENCES public.teams (id, city) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
