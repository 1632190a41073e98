-- ACCESS EXCLUSIVE lock on archive.old, for a moment; no rewrite
-- breaking: programs that know archive.old no longer find it
ALTER TABLE archive.old RENAME TO old__before;

-- ACCESS EXCLUSIVE lock on archive.old, for a moment; no rewrite
-- breaking: programs that know archive.old no longer find it
ALTER TABLE archive.old__before SET SCHEMA public;

-- ACCESS EXCLUSIVE lock on archive.old, for a moment; no rewrite
-- breaking: programs that know archive.old no longer find it
ALTER TABLE public.old__before RENAME TO contents;
