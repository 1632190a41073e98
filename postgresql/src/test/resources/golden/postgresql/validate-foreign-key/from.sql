CREATE TABLE public.contents (
    id integer NOT NULL,
    team integer,
    city text,
    tags text[],
    words tsvector,
    at timestamp with time zone
);
CREATE TABLE public.teams (
    id integer NOT NULL,
    city text NOT NULL,
    CONSTRAINT teams_id_city_key UNIQUE (id, city)
);
ALTER TABLE public.contents ADD CONSTRAINT contents_team_fkey FOREIGN KEY (team, city) REFERENCES public.teams (id, city) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED NOT VALID;
