CREATE TABLE public.contents (
    id integer NOT NULL,
    size text DEFAULT '7'
);
