CREATE TABLE public.contents (
    id integer NOT NULL,
    size bigint DEFAULT 1
);
