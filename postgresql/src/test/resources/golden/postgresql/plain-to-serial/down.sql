-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ALTER COLUMN number DROP DEFAULT;

-- changes the catalogue only; nobody waits
DROP SEQUENCE public.contents_number_seq;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ALTER COLUMN number DROP NOT NULL;
