CREATE SCHEMA archive;
CREATE TABLE public.contents (
    name text
);
