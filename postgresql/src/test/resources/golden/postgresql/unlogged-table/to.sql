CREATE UNLOGGED TABLE public.contents (
    name text
);
