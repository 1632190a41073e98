CREATE TABLE public.contents (
    size integer,
    twice bigint GENERATED ALWAYS AS (size * 2) STORED
);
CREATE INDEX ix_contents_twice ON public.contents (twice);
