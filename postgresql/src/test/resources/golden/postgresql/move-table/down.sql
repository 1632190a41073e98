-- ACCESS EXCLUSIVE lock on archive.old_contents, for a moment; no rewrite
-- breaking: programs that know archive.old_contents no longer find it
ALTER TABLE archive.old_contents SET SCHEMA public;

-- ACCESS EXCLUSIVE lock on archive.old_contents, for a moment; no rewrite
-- breaking: programs that know archive.old_contents no longer find it
ALTER TABLE public.old_contents RENAME TO contents;
