CREATE TABLE public.contents (
    id integer NOT NULL,
    team integer,
    city text,
    tags text[],
    words tsvector,
    at timestamp with time zone,
    CONSTRAINT contents_check CHECK (id > 1)
);
