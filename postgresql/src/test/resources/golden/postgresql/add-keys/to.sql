CREATE TABLE public.contents (
    id integer NOT NULL,
    team integer,
    city text,
    tags text[],
    words tsvector,
    at timestamp with time zone,
    CONSTRAINT contents_pkey PRIMARY KEY (id),
    CONSTRAINT contents_at_key UNIQUE (at) DEFERRABLE,
    CONSTRAINT contents_team_key UNIQUE NULLS NOT DISTINCT (team)
);
COMMENT ON CONSTRAINT contents_at_key ON public.contents IS 'when is when';
COMMENT ON CONSTRAINT contents_pkey ON public.contents IS 'who is who';
CREATE TABLE public.teams (
    id integer NOT NULL,
    city text NOT NULL,
    CONSTRAINT teams_id_city_key UNIQUE (id, city)
);
