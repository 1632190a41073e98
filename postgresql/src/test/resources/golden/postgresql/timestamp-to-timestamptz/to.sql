CREATE TABLE public.contents (
    id integer NOT NULL,
    at timestamp with time zone
);
