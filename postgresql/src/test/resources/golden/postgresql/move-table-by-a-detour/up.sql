-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- breaking: programs that know public.contents no longer find it
ALTER TABLE public.contents RENAME TO contents__before;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- breaking: programs that know public.contents no longer find it
ALTER TABLE public.contents__before SET SCHEMA archive;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- breaking: programs that know public.contents no longer find it
ALTER TABLE archive.contents__before RENAME TO old;
