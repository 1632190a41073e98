CREATE TABLE public.users (
    name text
);
