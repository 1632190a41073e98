-- ACCESS EXCLUSIVE lock on public.users, for a moment; no rewrite
-- breaking: programs that know public.users no longer find it
ALTER TABLE public.users RENAME TO contents;
