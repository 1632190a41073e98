CREATE TABLE public.contents (
    id integer NOT NULL,
    twice integer GENERATED ALWAYS AS (id * 2) STORED
);
