-- ACCESS EXCLUSIVE lock on archive.contents, for a moment; no rewrite
-- breaking: programs that know archive.contents no longer find it
ALTER TABLE archive.contents SET SCHEMA public;
