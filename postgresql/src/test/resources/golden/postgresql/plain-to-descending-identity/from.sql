CREATE TABLE public.contents (
    id integer NOT NULL,
    "Number" integer DEFAULT 5
);
