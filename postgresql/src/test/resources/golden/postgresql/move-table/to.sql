CREATE SCHEMA archive;
CREATE TABLE archive.old_contents (
    name text
);
