CREATE TABLE public.contents (
    team uuid
);
CREATE TABLE public.teams (
    id uuid NOT NULL,
    CONSTRAINT teams_pkey PRIMARY KEY (id)
);
ALTER TABLE public.contents ADD CONSTRAINT contents_team_fkey FOREIGN KEY (team) REFERENCES public.teams (id);
