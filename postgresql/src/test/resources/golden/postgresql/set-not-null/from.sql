CREATE TABLE public.contents (
    id integer NOT NULL,
    name text
);
