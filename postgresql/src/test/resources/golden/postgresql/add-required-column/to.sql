CREATE TABLE public.contents (
    id integer NOT NULL,
    owner text NOT NULL
);
