-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- breaking: programs that know public.contents.Bytes no longer find it
ALTER TABLE public.contents RENAME COLUMN "Bytes" TO size;
