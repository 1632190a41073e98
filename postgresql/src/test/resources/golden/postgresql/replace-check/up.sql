-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents DROP CONSTRAINT contents_check;

-- ACCESS EXCLUSIVE lock on public.contents while every row is read; no rewrite
-- data dependent: fails when a row of public.contents makes contents_check false
-- blocking: readers and writers of public.contents wait while its rows are read
ALTER TABLE public.contents ADD CONSTRAINT contents_check CHECK (id > 1);
