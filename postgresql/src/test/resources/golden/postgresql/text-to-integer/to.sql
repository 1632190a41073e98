CREATE TABLE public.contents (
    id integer NOT NULL,
    size integer DEFAULT 7
);
