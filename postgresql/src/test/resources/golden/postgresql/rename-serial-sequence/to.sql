CREATE SEQUENCE public."Numbers" AS integer CACHE 3;
CREATE TABLE public.contents (
    id integer NOT NULL,
    number integer DEFAULT nextval('public."Numbers"'::regclass) NOT NULL
);
ALTER SEQUENCE public."Numbers" OWNED BY public.contents.number;
