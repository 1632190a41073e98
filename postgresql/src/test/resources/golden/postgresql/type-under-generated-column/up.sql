-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
DROP INDEX public.ix_contents_twice;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents DROP COLUMN twice;

-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents and the indexes of size again; readers and writers wait
ALTER TABLE public.contents ALTER COLUMN size TYPE bigint;

-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents again to compute twice
ALTER TABLE public.contents ADD COLUMN twice bigint GENERATED ALWAYS AS (size * 2) STORED;

-- SHARE lock on public.contents: writers wait while the index is built
-- blocking: writers of public.contents wait while the index ix_contents_twice is built
CREATE INDEX ix_contents_twice ON public.contents (twice);
