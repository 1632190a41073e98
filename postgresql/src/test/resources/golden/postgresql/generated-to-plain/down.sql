-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the values of public.contents.twice are gone
ALTER TABLE public.contents DROP COLUMN twice;

-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents again to compute twice
ALTER TABLE public.contents ADD COLUMN twice integer GENERATED ALWAYS AS (id * 2) STORED;
