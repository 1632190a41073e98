CREATE TABLE public.contents (
    id integer NOT NULL,
    team integer,
    city text,
    tags text[],
    words tsvector,
    at timestamp with time zone,
    CONSTRAINT contents_id_key UNIQUE (id)
);
CREATE INDEX ix_contents_at ON public.contents (at);
