CREATE TABLE public.contents (
    id integer NOT NULL,
    at timestamp without time zone
);
