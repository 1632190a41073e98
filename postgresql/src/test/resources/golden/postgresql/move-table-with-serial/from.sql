CREATE SCHEMA archive;
CREATE TABLE public.contents (
    id serial
);
