-- ACCESS EXCLUSIVE lock on public.contents while every row is read; no rewrite
-- data dependent: fails when public.contents.name is null in a row
-- blocking: readers and writers of public.contents wait while its rows are read
ALTER TABLE public.contents ALTER COLUMN name SET NOT NULL;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ALTER COLUMN name SET DEFAULT 'nobody';
