CREATE SCHEMA archive;
CREATE TABLE archive.contents (
    id serial
);
