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
CREATE UNIQUE INDEX ix_contents_team ON public.contents (team) NULLS NOT DISTINCT;
