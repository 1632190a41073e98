-- SHARE UPDATE EXCLUSIVE lock on public.contents while every row is read; readers and writers go on
-- data dependent: fails when public.contents (team, city) holds what public.teams (id, city) does not
ALTER TABLE public.contents VALIDATE CONSTRAINT contents_team_fkey;
