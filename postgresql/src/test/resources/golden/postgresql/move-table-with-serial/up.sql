-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- breaking: programs that know public.contents no longer find it
ALTER TABLE public.contents SET SCHEMA archive;
