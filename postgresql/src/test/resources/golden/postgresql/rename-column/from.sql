CREATE TABLE public.contents (
    id integer NOT NULL,
    size integer,
    twice integer GENERATED ALWAYS AS (size * 2) STORED,
    CONSTRAINT contents_size_check CHECK (size > 0)
);
CREATE INDEX ix_contents_size ON public.contents (size);
