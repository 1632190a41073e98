CREATE TABLE public.contents (
    id integer NOT NULL,
    team integer,
    city text,
    tags text[],
    words tsvector,
    at timestamp with time zone,
    CONSTRAINT contents_team_check CHECK (team > 0)
);
CREATE TABLE public.teams (
    id integer NOT NULL,
    city text NOT NULL,
    CONSTRAINT teams_id_city_key UNIQUE (id, city)
);
ALTER TABLE public.contents ADD CONSTRAINT contents_own_check CHECK (id > 0) NO INHERIT NOT VALID;
COMMENT ON CONSTRAINT contents_own_check ON public.contents IS 'for this table alone';
