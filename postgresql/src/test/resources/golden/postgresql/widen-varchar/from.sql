CREATE TABLE public.contents (
    id integer NOT NULL,
    name character varying(20)
);
