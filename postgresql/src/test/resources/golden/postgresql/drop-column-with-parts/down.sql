-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ADD COLUMN code integer;

-- ACCESS EXCLUSIVE lock on public.contents while every row is read; no rewrite
-- data dependent: fails when a row of public.contents makes contents_code_check false
-- blocking: readers and writers of public.contents wait while its rows are read
ALTER TABLE public.contents ADD CONSTRAINT contents_code_check CHECK (code > 0);

-- SHARE lock on public.contents: writers wait while the index is built
-- blocking: writers of public.contents wait while the index ix_contents_code is built
CREATE INDEX ix_contents_code ON public.contents (code);
