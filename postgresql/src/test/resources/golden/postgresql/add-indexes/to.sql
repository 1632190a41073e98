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
CREATE UNIQUE INDEX ix_contents_at ON public.contents (at DESC NULLS LAST, id) INCLUDE (team) WITH (fillfactor = 70) WHERE (team IS NOT NULL);
COMMENT ON INDEX public.ix_contents_at IS 'by time';
CREATE INDEX ix_contents_city ON public.contents (lower(city) COLLATE "C" text_pattern_ops);
CREATE INDEX ix_contents_tags ON public.contents USING gin (tags) WITH (fastupdate = off);
CREATE INDEX ix_contents_team ON public.contents USING hash (team);
CREATE INDEX ix_contents_words ON public.contents USING gist (words tsvector_ops (siglen = 64));
