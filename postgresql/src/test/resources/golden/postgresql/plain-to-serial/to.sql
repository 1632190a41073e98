CREATE TABLE public.contents (
    id integer NOT NULL,
    number serial
);
