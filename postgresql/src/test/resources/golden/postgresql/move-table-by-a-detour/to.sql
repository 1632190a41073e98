CREATE SCHEMA archive;
CREATE TABLE archive.contents (
    a text
);
CREATE TABLE archive.old (
    name text
);
CREATE TABLE public.old (
    b text
);
