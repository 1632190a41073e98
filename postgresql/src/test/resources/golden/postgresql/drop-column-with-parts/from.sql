CREATE TABLE public.contents (
    id integer NOT NULL,
    team integer,
    city text,
    tags text[],
    words tsvector,
    at timestamp with time zone,
    code integer,
    CONSTRAINT contents_code_check CHECK (code > 0)
);
CREATE INDEX ix_contents_code ON public.contents (code);
