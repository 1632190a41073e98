CREATE TABLE public.contents (
    name text
);
