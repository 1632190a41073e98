CREATE SCHEMA archive;
CREATE TABLE archive.contents (
    a text
);
CREATE TABLE public.contents (
    name text
);
CREATE TABLE public.old (
    b text
);
